import { z } from 'zod';

/** An amount in whole minor units (cents) of an ISO 4217 currency. Never a fraction, never without its currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

export const moneySchema: z.ZodType<Money, Money> = z.strictObject({
  minor: z.int({ error: 'Expected whole minor units (cents).' }),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Expected a currency as three capitals, such as EUR.'),
});
