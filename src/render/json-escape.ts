// JSON with nothing in it that a terminal, the log of a build, an editor or a page could act upon; whoever reads it as
// JSON finds every text as it was.

const BUILD_COMMAND = /(?<=#)#(?=[a-z]*\[)/gi;
const END_OF_SCRIPT = /(?<=<)\//g;

/**
 * Of finished JSON: outside of its strings only its own line breaks are of these. The first expression is made where it
 * is used: looking up its classes of letters takes a good part of a start.
 */
export const escapeJson = (json: string): string =>
  json
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits)
    .replace(BUILD_COMMAND, escapeUnits)
    .replace(END_OF_SCRIPT, '\\/');

function escapeUnits(sign: string): string {
  let escaped = '';
  for (let index = 0; index < sign.length; index++)
    escaped += `\\u${sign.charCodeAt(index).toString(16).padStart(4, '0')}`;
  return escaped;
}
