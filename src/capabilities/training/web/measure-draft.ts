import { schemaErrors } from '../../../web/form/form-errors.ts';
import { measureFields, type Audience, type EffectivenessMethod, type Measure, type MeasureFields } from '../model.ts';
import { amountText, moneyIn } from './money-text.ts';

/** What stands in the form of a measure, as somebody types it. */
export interface MeasureDraft {
  readonly name: string;
  readonly kind: Measure['kind'];
  readonly description: string;
  readonly provider: string;
  readonly amount: string;
  readonly currency: string;
  readonly hours: string;
  readonly competences: MeasureFields['competences'];
  readonly evidenceKind: string | null;
  readonly repeatMonths: string;
  readonly method: EffectivenessMethod | null;
  readonly afterDays: string;
  readonly audience: Audience | null;
}

export const measureFormFields = [
  'name',
  'kind',
  'description',
  'provider',
  'cost',
  'hours',
  'competences',
  'evidenceKind',
  'repeatMonths',
  'effectiveness.afterDays',
  'audience',
];

export const blankMeasure: MeasureDraft = {
  name: '',
  kind: 'course',
  description: '',
  provider: '',
  amount: '',
  currency: 'EUR',
  hours: '',
  competences: [],
  evidenceKind: null,
  repeatMonths: '',
  method: 'manager',
  afterDays: '90',
  audience: null,
};

const text = (value: number | null): string => (value === null ? '' : String(value));

export const measureDraftOf = (measure: Measure): MeasureDraft => ({
  name: measure.name,
  kind: measure.kind,
  description: measure.description,
  provider: measure.provider ?? '',
  amount: measure.cost === null ? '' : amountText(measure.cost),
  currency: measure.cost?.currency ?? blankMeasure.currency,
  hours: text(measure.hours),
  competences: measure.competences,
  evidenceKind: measure.evidenceKind,
  repeatMonths: text(measure.repeatMonths),
  method: measure.effectiveness?.method ?? null,
  afterDays: text(measure.effectiveness?.afterDays ?? 90),
  audience: measure.audience,
});

export type ReadMeasure =
  | { readonly ok: true; readonly fields: MeasureFields }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const numberIn = (typed: string): number | null =>
  typed.trim() === '' ? null : Number(typed.trim().replace(',', '.'));

/** Checks what was typed by the schema of the model; `badCost` is said where an amount is none. */
export function readMeasure(draft: MeasureDraft, withdrawn: boolean, badCost: string): ReadMeasure {
  const { amount, currency, hours, repeatMonths, method, afterDays, provider, ...others } = draft;
  const cost = moneyIn(amount, currency);
  const checked = measureFields.safeParse({
    ...others,
    provider: provider.trim() === '' ? null : provider,
    cost,
    hours: numberIn(hours),
    repeatMonths: numberIn(repeatMonths),
    effectiveness: method === null ? null : { method, afterDays: numberIn(afterDays) ?? 0 },
    withdrawn,
  });
  const errors = {
    ...schemaErrors(checked),
    ...(amount.trim() !== '' && cost === null ? { cost: badCost } : {}),
  };
  return checked.success && Object.keys(errors).length === 0
    ? { ok: true, fields: checked.data }
    : { ok: false, errors };
}
