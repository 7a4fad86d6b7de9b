// Why a merged sheet answers as it does. An explanation walks the trace of the merge and never computes an answer:
// it cannot disagree with the sheet. Where an input was made by a bill of its own, it goes on in that bill's trace,
// down to the lines of suppliers' sheets.

import type { Catalogue, Group, Statement } from '../model/catalogue.ts';
import { type Expression, namedIn } from '../model/expression.ts';
import type { AnswerValue, Sheet } from '../model/sheet.ts';
import type { Trace, TraceAnswer, TraceGround } from '../model/trace.ts';
import { conventionsOf, markConvention, whyByConvention } from './by-convention.ts';
import type {
  ExplainedBand,
  ExplainedFigure,
  ExplainedStage,
  Explanation,
  Outcome,
  RestsOn,
} from './explanation.ts';
import type { ExplainedGap } from './gap.ts';
import { explainGround } from './ground-words.ts';
import { groupOutcome, groupShown, markOwn, outcomeFrom, outcomes } from './outcome.ts';
import { type OwnClaim, ownClaim } from './own-claim.ts';
import { partsOf } from './parts.ts';
import { constraintInWords, quantityRule, statementRule } from './rule-words.ts';
import { explainStages } from './stages.ts';
import { askedFor, groupText, statementVerdict } from './statement-words.ts';
import { type SubjectView, valueInWords, viewSubject } from './subject-view.ts';
import { bandAnswers, type TraceView, titleOf, viewTrace } from './view.ts';
import { whatKeepsOpen } from './what-keeps-open.ts';
import { bandVerdict, type Told, whyInOneSentence } from './why.ts';
import { listed, once } from './words.ts';

/** The explanation of a statement, a group or a quantity; undefined where the trace knows nothing by that id. */
export function explain(
  trace: Trace,
  id: string,
  catalogue: Catalogue,
  sheet?: Sheet,
): Explanation | undefined {
  return explainIn(viewTrace(trace, catalogue, sheet), id);
}

export function explainIn(view: TraceView, id: string): Explanation | undefined {
  if (!view.given.has(id)) view.given.set(id, explainAnew(view, id));
  return view.given.get(id);
}

function explainAnew(view: TraceView, id: string): Explanation | undefined {
  const { catalogue } = view;
  const group = catalogue.groups.get(id);
  if (group !== undefined) return explainGroup(view, group);
  const statement = catalogue.statements.get(id);
  const answer = view.answers.get(id);
  if (statement !== undefined && answer !== undefined) return explainStatement(view, statement, answer);
  return view.subjects.has(id) ? explainQuantity(view, id) : undefined;
}

function explainStatement(view: TraceView, statement: Statement, answer: TraceAnswer): Explanation {
  const { catalogue } = view;
  const figures = figuresOf(view, answer.subjects);
  const [figure] = figures;
  const of = figure === undefined ? undefined : viewSubject(view, figure.id);
  const outcome = outcomeOf(view, answer);
  const own = ownClaim(view, statement, answer);
  const { conventions = [] } = answer;
  const expression = statement.meaning.kind === 'expression' ? statement.meaning.expression : undefined;
  const parts = expression === undefined ? [] : namedIn(expression);
  const found = tell(view, [answer], askedFor(catalogue, statement));
  const verdict = statementVerdict(catalogue, statement, outcome);
  const madeOf = parts.flatMap((part) => explainIn(view, part) ?? []);
  // Each part knows better than the whole why it is open.
  const told =
    madeOf.length === 0 || outcome !== 'open'
      ? found
      : { ...found, gaps: once(madeOf.flatMap((part) => part.gaps)) };
  return {
    ...about(view, statement.id, 'statement'),
    title: statement.title,
    text: statement.text,
    answer: outcome,
    shown: markConvention(markOwn(outcomes[outcome], own !== undefined), conventions),
    ...(answer.reason === undefined ? {} : { reason: answer.reason }),
    ...(conventions.length === 0 ? {} : { conventions }),
    why:
      conventions.length > 0
        ? whyByConvention(conventions, told.rests, of, verdict)
        : `${isAssertedInVain(view, answer, outcome) ? 'the maker asserts it, but it is not certain: ' : ''}${
            madeOf.length > 0
              ? composedWhy(deciding(madeOf, outcome, expression), madeOf)
              : whyInOneSentence({
                  ...told,
                  answer: outcome,
                  reason: answer.reason,
                  verdict,
                  figure: figureFor(of, figure),
                  isBanded: statement.group !== undefined,
                  own,
                  inputs: inputsOf(view),
                })
          }`,
    bands: [],
    rule: statementRule(catalogue, statement),
    figures: madeOf.length > 0 ? [] : figures,
    ...told,
    madeOf,
  };
}

/** Of an assertion that stays open, what is missing would be the maker's own word, had it not been given. */
function isAssertedInVain(view: TraceView, { subjects, gaps }: TraceAnswer, outcome: Outcome): boolean {
  const isAssertion = view.subjects.get(subjects[0] ?? '')?.rule === 'assert-refutable';
  return outcome === 'open' && isAssertion && !gaps.some((gap) => gap.kind === 'own-answer');
}

/** The parts that have the answer of the whole; of what a veto makes FALSE, the vetoes. */
function deciding(
  parts: readonly Explanation[],
  outcome: Outcome,
  expression: Expression | undefined,
): readonly Explanation[] {
  if (expression?.operator !== 'unless') return parts.filter((part) => part.answer === outcome);
  return outcome === 'false'
    ? parts.filter((part) => part.id !== expression.quantity && part.answer === 'true')
    : parts;
}

/** The one part that decides it, or all of them where only all together do. */
function composedWhy(deciding: readonly Explanation[], parts: readonly Explanation[]): string {
  const [only, ...more] = parts.length === 1 ? parts : deciding;
  if (only !== undefined && more.length === 0) {
    const says = only.why.startsWith('open because') ? only.why : `${only.shown}: ${only.why}`;
    return `\`${only.id}\` is ${says}`;
  }
  return listed(parts.map((part) => `\`${part.id}\` is ${part.shown}`));
}

/** All bands of a group as one. */
export function explainGroup(view: TraceView, group: Group): Explanation | undefined {
  const answers = bandAnswers(view, group);
  const [first] = answers;
  if (first === undefined) return undefined;
  const bands = bandsOf(view, group);
  const open = bands.filter((band) => band.answer === 'open');
  const holds = bands.find((band) => band.answer === 'true');
  const outcome = groupOutcome(bands);
  const own = ownClaimOfBand(view, holds?.statement);
  const figures = figuresOf(view, [group.id]);
  const told = tell(view, answers, group.id);
  const reason = answers.find((answer) => answer.reason !== undefined)?.reason;
  const verdict =
    holds === undefined
      ? open.length > 0
        ? bandVerdict(open.length)
        : undefined
      : `so it is ${holds.label}`;
  const of = viewSubject(view, group.id);
  const figure = figureFor(of, figures[0]);
  const conventions = conventionsOf(answers);
  const sentence = { ...told, answer: outcome, reason, verdict, figure, isBanded: true, own };
  return {
    ...about(view, group.id, 'group'),
    title: group.title,
    text: groupText(view.catalogue, group),
    answer: outcome,
    shown: markConvention(markOwn(groupShown(bands), own !== undefined), conventions),
    ...(reason === undefined ? {} : { reason }),
    ...(conventions.length === 0 ? {} : { conventions }),
    why:
      conventions.length > 0
        ? whyByConvention(conventions, told.rests, of, verdict)
        : whyInOneSentence({ ...sentence, inputs: inputsOf(view) }),
    bands,
    rule: quantityRule(view.catalogue, group.id),
    figures,
    ...told,
    madeOf: [],
  };
}

function ownClaimOfBand(view: TraceView, id = ''): OwnClaim | undefined {
  const statement = view.catalogue.statements.get(id);
  const answer = view.answers.get(id);
  return statement === undefined || answer === undefined ? undefined : ownClaim(view, statement, answer);
}

/** A figure that stands behind statements but is no group. */
function explainQuantity(view: TraceView, id: string): Explanation {
  const { catalogue } = view;
  const figures = figuresOf(view, [id]);
  const [figure] = figures;
  const answers = view.trace.answers.filter((answer) => answer.subjects.includes(id));
  // What else an answer is made of says nothing of the figure.
  const ofFigure = answers.filter(
    (each) => 'quantity' in (catalogue.statements.get(each.statement)?.meaning ?? {}),
  );
  const told = tell(view, ofFigure, id);
  const shown = figure?.inWords ?? 'unknown';
  return {
    ...about(view, id, 'quantity'),
    title: titleOf(catalogue, id),
    text: '',
    answer: shown === 'unknown' ? 'open' : 'true',
    shown,
    why: `it is ${shown}`,
    bands: answers.map(({ statement, answer }) => ({
      statement,
      label: titleOf(catalogue, statement),
      answer: outcomeFrom(answer),
    })),
    rule: quantityRule(catalogue, id),
    figures,
    ...told,
    madeOf: [],
  };
}

const inputsOf = ({ trace }: TraceView): number =>
  trace.inputs.filter((input) => input.state !== 'not-contained').length;

const about = ({ trace }: TraceView, id: string, kind: Explanation['kind']) =>
  ({ id, kind, sheet: `${trace.sheet.id}:${trace.sheet.revision}`, product: trace.sheet.product }) as const;

/** An open assertion that is refuted can only be one that the maker upholds: it blocks the merge. */
function outcomeOf(view: TraceView, { answer, subjects }: TraceAnswer): Outcome {
  const subject = view.subjects.get(subjects[0] ?? '');
  const isRefuted = subject?.rule === 'assert-refutable' && subject.values.at(-1)?.value === 'false';
  return answer === 'unknown' && isRefuted ? 'blocked' : outcomeFrom(answer);
}

function bandsOf(view: TraceView, group: Group): readonly ExplainedBand[] {
  return group.bands.flatMap(({ statement, label }) => {
    const answer = view.answers.get(statement);
    return answer === undefined ? [] : [{ statement, label, answer: outcomeFrom(answer.answer) }];
  });
}

function figuresOf(view: TraceView, subjects: readonly string[]): readonly ExplainedFigure[] {
  return subjects.flatMap((id) => {
    const of = viewSubject(view, id);
    const tree = of === undefined ? undefined : partsOf(of);
    if (of === undefined || tree === undefined) return [];
    const { title, rule, value, byConvention } = of.subject;
    const fromInputs = { value: tree.value, inWords: tree.inWords };
    // In the end an assertion is a statement like any other; on the way only what stands against it is known.
    const inWords =
      of.measure === undefined ? outcomes[outcomeFrom(answerIn(value))] : valueInWords(of, value);
    const agreed =
      byConvention === undefined
        ? {}
        : { byConvention: { value: byConvention, inWords: valueInWords(of, byConvention) } };
    const without = tree.value === value ? {} : { fromInputs };
    return [{ id, title, rule, value, inWords, ...agreed, ...without, tree }];
  });
}

const answerIn = (value: string): AnswerValue => (value === 'true' || value === 'false' ? value : 'unknown');

const figureFor = (of: SubjectView | undefined, figure: ExplainedFigure | undefined): Told['figure'] =>
  of === undefined || figure === undefined ? undefined : { of, tree: figure.tree };

interface Rests {
  readonly rests: readonly RestsOn[];
  readonly minimal?: false;
  readonly stands: readonly ExplainedStage[];
  readonly constraints: readonly string[];
  readonly changedBy: readonly string[];
  readonly gaps: readonly ExplainedGap[];
}

/** Everything that several answers rest on or wait for, each thing once. */
function tell(view: TraceView, answers: readonly TraceAnswer[], id: string): Rests {
  return {
    rests: once(answers.flatMap((answer) => answer.rests)).map((ground) => restsOn(view, ground)),
    ...(answers.some((answer) => answer.minimal === false) ? { minimal: false } : {}),
    stands: explainStages(answers),
    constraints: once(answers.flatMap((answer) => answer.constraints)).map((each) =>
      constraintInWords(view.catalogue, each),
    ),
    changedBy: once(answers.flatMap((answer) => answer.changedBy)),
    gaps: whatKeepsOpen(view, answers, id),
  };
}

function restsOn(view: TraceView, ground: TraceGround): RestsOn {
  const told = explainGround(view, ground);
  const behind = ground.kind === 'answer' ? view.behind.get(ground.input) : undefined;
  const because = behind === undefined || ground.kind !== 'answer' ? undefined : explainIn(behind, ground.of);
  return because === undefined ? told : { ...told, because };
}
