import { assert, constantFrom, property, record, boolean, string, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { annexAControls } from '../../domain/catalogue.ts';
import { instant, plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { DocumentVersionId, MembershipId, PersonId, UserId } from '../../kernel/id.ts';
import type { Permission } from '../identity/model.ts';
import type { Applicability } from '../applicability/model.ts';
import { inclusionReasons, implementationStatuses } from '../applicability/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { DocumentVersion, VersionedDocument } from './model.ts';
import { decision, draftControl, mayDecideOn, mayWithdraw, submission, versionControl, withdrawal } from './version.ts';
import { changedSince, contentOf, differencesBetween, marksOf } from './version-content.ts';

const on = plainDate('2026-03-03');
const member = (name: string, permission: Permission) =>
  ({ kind: 'member', userId: `user of ${name}` as UserId, name, permission, personId: null }) as const;
const ana = member('Ana Silva', 'contributor');
const ben = member('Ben Okafor', 'approver');

/** No account of the organization belongs to anybody of the register. */
const nobody = { membership: [] };

const statement = 'statement-of-applicability';
const put = (snapshot: Snapshot, document: VersionedDocument = statement): DocumentVersion => {
  const item = submission(snapshot, {
    id: `version ${snapshot.documentVersion.length}` as DocumentVersionId,
    document,
    note: 'For the audit',
    actor: ana,
    on,
    position: { ...snapshot.trail, recordedAt: instant('2026-03-03T09:00:00.000Z') },
  });
  return item.operation === 'create' ? { id: item.id, version: 1, ...item.fields } : expect.fail('no new row');
};
const approved = (version: DocumentVersion): DocumentVersion => ({
  ...version,
  ...decision(nobody, version, ben, { verdict: 'approved', note: '', on }),
});
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof MusterError) return `${error.fault.code}: ${error.message}`;
  }
  return 'nothing was refused';
};
const firmWithStatement = (): Firm => {
  const firm = newFirm();
  firm.letters('A.8.8', 'security-operations', 'A');
  firm.exclude('A.7.4', 'The landlord watches the premises.');
  return firm;
};

describe('a version of the statement', () => {
  it('is approved by a second person, and never by who put it forward, whatever they may do by now', () => {
    const waiting = put(firmWithStatement().snapshot());
    expect(approved(waiting).decision).toMatchObject({ name: 'Ben Okafor', on: '2026-03-03', verdict: 'approved' });
    for (const permission of ['owner', 'manager', 'approver'] as const)
      expect(
        refusal(() => decision(nobody, waiting, { ...ana, permission }, { verdict: 'approved', note: '', on })),
      ).toBe('forbidden: Who puts a version forward does not approve it: a second person decides.');
    expect(
      refusal(() => decision(nobody, waiting, member('Cem', 'contributor'), { verdict: 'approved', note: '', on })),
    ).toBe('forbidden: Your role in this organization does not allow: approve documents.');
    expect(refusal(() => decision(nobody, waiting, ben, { verdict: 'declined', note: '', on }))).toBe(
      'invalid: note: Say why it is declined. Accepted: a sentence.',
    );
  });

  it('is approved by none of two accounts of who put it forward', () => {
    const waiting = put(firmWithStatement().snapshot());
    const second = member('A. Silva', 'owner');
    const accountOf = (last: number, { userId }: { readonly userId: UserId }, personId: PersonId) => ({
      id: `00000000-0000-7000-8000-00000000000${last}` as MembershipId,
      version: 1,
      userId,
      name: 'An account',
      email: `${last}@example.org`,
      permission: 'owner' as const,
      personId,
    });
    const [her, another] = ['person of Ana', 'person of somebody'] as const;
    const accounts = (of: string) => ({
      membership: [accountOf(1, ana, her as PersonId), accountOf(2, second, of as PersonId)],
    });
    const act = (of: string) => () => decision(accounts(of), waiting, second, { verdict: 'approved', note: '', on });
    expect(refusal(act(her))).toContain('a second person decides');
    expect(mayDecideOn(accounts(her), second, waiting)).toBe(false);
    expect(mayDecideOn(accounts(another), second, waiting)).toBe(true);
    expect(refusal(act(another))).toBe('nothing was refused');
  });

  it('is decided once', () => {
    const done = approved(put(firmWithStatement().snapshot()));
    expect(refusal(() => decision(nobody, done, member('Cem', 'owner'), { verdict: 'declined', note: 'No', on }))).toBe(
      'forbidden: Version 1 was approved by Ben Okafor on 2026-03-03; that stands.',
    );
    expect(refusal(() => withdrawal(nobody, done, ana, on))).toContain('that stands');
  });

  it('is withdrawn by who put it forward, as long as it waits; one waits at a time', () => {
    const firm = firmWithStatement();
    const waiting = put(firm.snapshot());
    expect(refusal(() => put(firm.snapshot({ documentVersion: [waiting] })))).toContain('already-exists');
    expect([mayWithdraw(nobody, ana, waiting), mayWithdraw(nobody, ben, waiting)]).toEqual([true, false]);
    expect(refusal(() => withdrawal(nobody, waiting, ben, on))).toContain('Only who put the version forward');
    const back = { ...waiting, ...withdrawal(nobody, waiting, ana, on) };
    expect(versionControl(back).approval).toBe('Withdrawn by Ana Silva on 2026-03-03');
    expect(put(firm.snapshot({ documentVersion: [back] })).number).toBe(2);
  });

  it('says on paper who approved it, and the draft says what changed since', () => {
    const firm = firmWithStatement();
    expect(draftControl(firm.snapshot(), statement).version).toMatch(/^Revision \d+$/);
    const waiting = put(firm.snapshot());
    expect(draftControl(firm.snapshot({ documentVersion: [waiting] }), statement)).toMatchObject({
      version: 'Draft',
      approval: 'Version 1 waits for approval',
    });
    const documentVersion = [approved(waiting)];
    expect(versionControl(approved(waiting))).toMatchObject({
      version: 'Version 1',
      approval: 'Approved by Ben Okafor on 2026-03-03. Put forward by Ana Silva on 2026-03-03',
    });
    const noted = decision(nobody, waiting, ben, { verdict: 'approved', note: 'Discussed in the review.', on });
    expect(versionControl({ ...waiting, ...noted }).approval).toBe(
      'Approved by Ben Okafor on 2026-03-03: Discussed in the review. Put forward by Ana Silva on 2026-03-03',
    );
    expect(draftControl(firm.snapshot({ documentVersion }), statement).version).toBe('Version 1, unchanged');
    firm.exclude('A.8.30', 'Nobody develops for us.');
    firm.letters('A.8.9', 'ceo', 'A');
    expect(draftControl(firm.snapshot({ documentVersion }), statement).version).toBe(
      'Draft, changed since version 1: 2 controls',
    );
    // The other document has versions of its own.
    expect(draftControl(firm.snapshot({ documentVersion }), 'accountability-matrix').version).toMatch(/^Revision/);
  });

  it('differs from another field by field', () => {
    const firm = firmWithStatement();
    const before = contentOf(statement, firm.snapshot());
    firm.exclude('A.8.30', 'Nobody develops for us.');
    firm.letters('A.8.8', 'ceo', 'A');
    const matrixBefore = contentOf('accountability-matrix', firm.snapshot());
    firm.letters('A.5.1', 'ceo', 'RA');
    expect(differencesBetween(before, contentOf(statement, firm.snapshot()))).toEqual([
      {
        requirementId: 'A.5.1',
        title: 'Policies for information security',
        changes: [{ field: 'Accountable', from: '', to: 'Chief Executive Officer' }],
      },
      {
        requirementId: 'A.8.8',
        title: 'Management of technical vulnerabilities',
        changes: [
          { field: 'Accountable', from: 'Security Operations', to: 'Security Operations, Chief Executive Officer' },
        ],
      },
      {
        requirementId: 'A.8.30',
        title: 'Outsourced development',
        changes: [
          { field: 'Applicable', from: 'yes', to: 'no' },
          { field: 'Justification', from: '', to: 'Nobody develops for us.' },
        ],
      },
    ]);
    expect(differencesBetween(matrixBefore, contentOf('accountability-matrix', firm.snapshot()))).toEqual([
      {
        requirementId: 'A.5.1',
        title: 'Policies for information security',
        changes: [{ field: 'Chief Executive Officer', from: '', to: 'R/A' }],
      },
    ]);
  });

  const entries = uniqueArray(
    record({
      requirementId: constantFrom(...annexAControls.slice(0, 6).map(({ id }) => id)),
      applicable: boolean(),
      justification: string({ maxLength: 3 }),
      status: constantFrom(...implementationStatuses),
      statusOn: constantFrom(null, on),
      reasons: uniqueArray(constantFrom(...inclusionReasons)),
      evidence: constantFrom([], [{ label: 'Policy', link: null }]),
    }),
    { selector: ({ requirementId }) => requirementId, maxLength: 6 },
  );

  it('has marks that differ exactly where the contents do', () => {
    const firm = newFirm().snapshot();
    const content = (rows: readonly object[]) =>
      contentOf(statement, {
        ...firm,
        applicability: rows.map(
          (row, index) => ({ id: String(index), version: 1, ...row }) as unknown as Applicability,
        ),
      });
    assert(
      property(entries, entries, (first, second) => {
        const [a, b] = [content(first), content(second)];
        expect(changedSince(marksOf(a), b)).toEqual(differencesBetween(a, b).map(({ requirementId }) => requirementId));
      }),
    );
  });
});
