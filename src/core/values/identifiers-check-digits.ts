// The sums behind check digits. Each takes what stands before the check digits and says what they ought to be.

export const digitsOf = (text: string): readonly number[] => [...text.replaceAll(/\D/g, '')].map(Number);

/** GS1 modulo 10: weights 3, 1, 3, ... from the digit before the check digit leftwards. */
export function modulo10(digits: readonly number[]): string {
  const sum = digits
    .toReversed()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** ISO 7064 modulo 97-10 over letters as 10 to 35, as ISO 17442 prescribes. */
export function modulo97(text: string): string {
  let rest = 0;
  for (const sign of `${text}00`) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return String(98 - rest).padStart(2, '0');
}

const positionSum = (digits: readonly number[]): number =>
  digits.reduce((total, digit, index) => total + digit * (index + 1), 0);

/** CAS: positions counted from the right. */
export const casDigit = (digits: readonly number[]): string => String(positionSum(digits.toReversed()) % 10);

/** EC inventory: positions counted from the left; a remainder of 10 is never assigned. */
export function ecDigit(digits: readonly number[]): string | undefined {
  const rest = positionSum(digits) % 11;
  return rest === 10 ? undefined : String(rest);
}
