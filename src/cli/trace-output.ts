// A trace as text, proved to have the shape that is published for it.

import type { Trace } from '../core/model/trace.ts';
import { loadValidator } from '../read/validator.ts';
import { writeTrace } from '../render/trace.ts';

export async function provedTrace(trace: Trace): Promise<string> {
  const text = writeTrace(trace);
  const validate = await loadValidator('trace');
  if (validate(JSON.parse(text))) return text;
  const faults = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`);
  throw new Error(`the trace of ${trace.sheet.id} is not fit to be read: ${faults.slice(0, 3).join('; ')}`);
}
