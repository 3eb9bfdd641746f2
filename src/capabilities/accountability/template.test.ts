import { describe, expect, it } from 'vitest';
import { accountabilityFields } from './model.ts';
import { organizationTemplate } from './template.ts';
import { roleFields } from '../roles/model.ts';

const counter = (): (() => string) => {
  let next = 0;
  return () => `00000000-0000-7000-8000-${String(next++).padStart(12, '0')}`;
};

describe('the template of a new organization', () => {
  const { roles, accountability } = organizationTemplate(counter());

  it('gives rows that the registers take as they are', () => {
    for (const { id: _, ...fields } of roles) expect(roleFields.parse(fields)).toEqual(fields);
    for (const { id: _, ...fields } of accountability) expect(accountabilityFields.parse(fields)).toEqual(fields);
  });

  it('makes 33 roles and a cell on a role for every default letter', () => {
    expect(roles.length).toBe(33);
    expect(new Set(accountability.map((cell) => cell.requirementId)).size).toBe(123);
    expect(accountability.filter((cell) => cell.roleId === null)).toEqual([]);
    const ids = [...roles, ...accountability].map((row) => row.id);
    expect(new Set<string>(ids).size).toBe(ids.length);
    const leadership = roles.find((role) => role.key === 'isms-leadership')?.id;
    const answeredFor = accountability.filter((cell) => cell.roleId === leadership && cell.letters.includes('A'));
    expect(answeredFor.length).toBe(80);
  });
});
