import type { Money } from '../../../kernel/money.ts';

/** How many digits a currency has behind the point, such as 2 for EUR and 0 for JPY. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount as the reader's region writes it. */
export function moneyText({ minor, currency }: Money): string {
  const amount = minor / 10 ** digitsOf(currency);
  const digits = Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(navigator.language, { style: 'currency', currency, ...digits }).format(amount);
}

/** Amounts of several currencies one after the other; `none` where there is none. */
export const moneysText = (costs: readonly Money[], none: string): string =>
  costs.length === 0 ? none : costs.map(moneyText).join(' + ');

/** The amount in whole units, for a field. */
export const amountText = ({ minor, currency }: Money): string => String(minor / 10 ** digitsOf(currency));

/** What was typed as an amount; null where it is none. A comma is taken as a point. */
export function moneyIn(amount: string, currency: string): Money | null {
  const value = Number(amount.trim().replace(',', '.'));
  const code = currency.trim().toUpperCase();
  if (amount.trim() === '' || Number.isNaN(value) || !/^[A-Z]{3}$/.test(code)) return null;
  return { minor: Math.round(value * 10 ** digitsOf(code)), currency: code };
}
