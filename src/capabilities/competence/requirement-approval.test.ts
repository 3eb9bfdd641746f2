import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { MembershipId, PersonId, RequirementCompetenceId, UserId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import { permissions, type Permission } from '../identity/model.ts';
import type { RequiredCompetence, RequirementCompetence } from './model.ts';
import { requirementApprovals, roleState, rowState, type Approver } from './requirement-approval.ts';
import { changedRequired, requiredPage, takenDefaults } from './required-list.ts';

const today = plainDate('2026-03-03');
const olga = '00000000-0000-7000-8000-00000000000a' as UserId;
const max = '00000000-0000-7000-8000-00000000000b' as UserId;
const approver = (userId: UserId, permission: Permission = 'approver'): Approver => ({
  actor: { kind: 'member', userId, name: userId === olga ? 'Olga' : 'Max', permission, personId: null },
  userId,
});
const one = (competence: string, level: number, required = true): RequiredCompetence => ({
  competence,
  level: levels[level] ?? levels[0],
  required,
});

/** A firm whose first role requires something that Olga asked for. */
const scene = (competences: readonly RequiredCompetence[] = [one('iam', 3)], by: UserId | null = olga) => {
  const base = newFirm().snapshot();
  const role = base.role.map((row, index) =>
    index === 0
      ? { ...row, competences: [...competences], competencesRequestedBy: by, competencesApproval: null }
      : row,
  );
  const row: RequirementCompetence = {
    id: '00000000-0000-7000-8000-0000000000d1' as RequirementCompetenceId,
    version: 1,
    requirementId: 'A.8.24' as RequirementCompetence['requirementId'],
    ...one('cryptography', 4),
    reason: '',
    requestedBy: by,
    approval: null,
  };
  const [first] = role;
  if (first === undefined) throw new MusterError({ code: 'not-found', what: 'role' });
  return { snapshot: { ...base, role, requirementCompetence: [row] }, role: first, row };
};
const seen = ({ role, row }: ReturnType<typeof scene>) => ({
  roles: [{ id: role.id, version: role.version }],
  requirements: [{ id: row.id, version: row.version }],
});
const refusalOf = (act: () => unknown): string => {
  try {
    act();
    return '';
  } catch (error) {
    if (error instanceof MusterError) return `${error.fault.code}: ${error.message}`;
    throw error;
  }
};

describe("a second person's word on what is required", () => {
  const firm = scene();
  const word = (by: Approver) => refusalOf(() => requirementApprovals(firm.snapshot, seen(firm), by, today));

  it('is given by somebody else who may, keeps what was approved, and says when and who', () => {
    const [ofRole, ofRow] = requirementApprovals(firm.snapshot, seen(firm), approver(max), today);
    expect(ofRole).toMatchObject({
      fields: { competencesApproval: { userId: max, name: 'Max', on: today, competences: [one('iam', 3)] } },
    });
    expect(ofRow).toMatchObject({ fields: { approval: { userId: max, name: 'Max', level: 4, required: true } } });
  });

  it('is refused to who set it and to who has no permission, with the reason', () => {
    expect(word(approver(olga, 'owner'))).toMatch(/^forbidden: You set what .+ requires yourself: somebody else/);
    expect(word(approver(max, 'contributor'))).toMatch(/^forbidden: Your role in this organization does not allow/);
    expect(word(approver(max, 'auditor'))).toMatch(/^forbidden/);
  });

  it('is refused to who set it under another account that belongs to the same person', () => {
    const person = '00000000-0000-7000-8000-0000000000e1' as PersonId;
    const membership = [olga, max].map((userId, index) => ({
      id: `00000000-0000-7000-8000-0000000000f${index}` as MembershipId,
      version: 1,
      userId,
      name: 'Olga',
      email: `o${index}@firm.example`,
      permission: 'owner' as const,
      personId: person,
    }));
    const linked = { ...firm.snapshot, membership };
    expect(refusalOf(() => requirementApprovals(linked, seen(firm), approver(max), today))).toMatch(
      /^forbidden: You set/,
    );
  });

  it('has nothing to say of a role that requires nothing, and is said once', () => {
    const bare = scene([]);
    expect(
      refusalOf(() => requirementApprovals(bare.snapshot, { ...seen(bare), requirements: [] }, approver(max), today)),
    ).toMatch(/nothing to approve/);
    const twice = { roles: [...seen(firm).roles, ...seen(firm).roles], requirements: [] };
    expect(refusalOf(() => requirementApprovals(firm.snapshot, twice, approver(max), today))).toMatch(/named twice/);
  });

  it('is shown on the page with what keeps each reader from it', () => {
    const page = (by: Approver) => requiredPage(firm.snapshot, by).roles.find(({ id }) => id === firm.role.id);
    expect(page(approver(olga))).toMatchObject({ state: 'waiting', hindrance: 'requested' });
    expect(page(approver(max))).toMatchObject({ state: 'waiting', hindrance: null });
    expect(page(approver(max, 'viewer'))).toMatchObject({ hindrance: 'permission' });
  });

  it('is asked for anew when another level is asked for, and not for another reason', () => {
    expect(changedRequired(firm.row, 1, { level: levels[5] }, max)).toMatchObject({ fields: { requestedBy: max } });
    expect(changedRequired(firm.row, 1, { reason: 'Own keys' }, max)).toMatchObject({
      fields: { reason: 'Own keys' },
    });
    expect(changedRequired(firm.row, 1, { reason: 'Own keys' }, max)).not.toHaveProperty('fields.requestedBy');
  });

  const list = fc.uniqueArray(
    fc.record({
      competence: fc.constantFrom('iam', 'cryptography', 'privacy', 'risk-assessment'),
      level: fc.constantFrom(...levels),
      required: fc.boolean(),
    }),
    { selector: ({ competence }) => competence, maxLength: 4 },
  );

  it('counts exactly as long as what it keeps is what is required, in whatever order', () => {
    fc.assert(
      fc.property(list, list, (kept, now) => {
        const approval = { userId: max, name: 'Max', on: today, competences: kept };
        const state = roleState({ competences: now, competencesApproval: approval, competencesRequestedBy: olga });
        const same =
          kept.length === now.length &&
          now.every((each) =>
            kept.some(
              (other) =>
                other.competence === each.competence && other.level === each.level && other.required === each.required,
            ),
          );
        expect(state).toBe(now.length === 0 ? 'none' : same ? 'approved' : 'outdated');
      }),
      { numRuns: 300 },
    );
  });

  it('is never given by who asked, and never without the permission', () => {
    const anybody = fc.record({
      by: fc.constantFrom(olga, max),
      asked: fc.constantFrom(olga, max, null),
      permission: fc.constantFrom(...permissions),
      competences: list,
    });
    fc.assert(
      fc.property(anybody, ({ by, asked, permission, competences }) => {
        const any = scene(competences, asked);
        const reason = refusalOf(() => requirementApprovals(any.snapshot, seen(any), approver(by, permission), today));
        const may = ['owner', 'manager', 'approver'].includes(permission) && by !== asked && competences.length > 0;
        expect(reason === '').toBe(may);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the state of what a requirement calls for', () => {
  it('is outdated as soon as level or weight differ from what was approved', () => {
    const approval = { userId: max, name: 'Max', on: today, level: levels[3], required: true };
    const state = (level: number, required: boolean) =>
      rowState({ level: levels[level] ?? levels[0], required, approval, requestedBy: olga });
    expect([state(3, true), state(4, true), state(3, false)]).toEqual(['approved', 'outdated', 'outdated']);
  });
});

describe('the defaults of a template', () => {
  it('are taken by a role that requires nothing, once', () => {
    const bare = scene([]);
    const items = takenDefaults(bare.snapshot, seen(bare).roles, olga);
    expect(items).toMatchObject([{ register: 'role', fields: { competencesRequestedBy: olga } }]);
    const full = scene();
    expect(refusalOf(() => takenDefaults(full.snapshot, seen(full).roles, olga))).toMatch(
      /requires competences already/,
    );
  });
});
