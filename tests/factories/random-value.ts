import * as fc from 'fast-check';
import { annexAControls } from '../../src/domain/catalogue.ts';
import { freshId } from './organization.ts';

/** Values that fields of many registers take. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom('Zoë Ångström', 'Łukasz  Żak', "O'Brien\\", '‮esrever', 'a\ud800b', 'Tab\tand\nline', '😀'),
);
export const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 3 });
export const day = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
export const moment = fc.integer({ min: 0, max: 2 ** 41 }).map((time) => new Date(time).toISOString());
export const hours = fc.double({ min: 0, max: 168, noNaN: true });
export const place = fc.nat(20);
export const key = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), minLength: 1, maxLength: 3 });
export const requirement = fc.constantFrom(...annexAControls.slice(0, 6).map(({ id }) => id));
export const money = fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom('EUR', 'CHF', 'USD') });
export const uuid = fc.nat(9999).map(() => freshId<string>());

export const decision = fc.record({ userId: optional(uuid), name: text, on: day });

export const level = fc.nat(5);
export const requiredCompetence = fc.record({ competence: key, level, required: fc.boolean() });
export const months = optional(fc.integer({ min: 1, max: 60 }));
export const files = fc.array(uuid, { maxLength: 2 });
export const audience = fc.record({
  everyone: fc.boolean(),
  roleIds: files,
  units: fc.array(text, { maxLength: 2 }),
  externals: fc.boolean(),
});
