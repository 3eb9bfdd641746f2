import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annexAControls, findRequirement } from '../../domain/catalogue.ts';
import { demonstrationAppointments, demonstrationLetters, demonstrationPeople } from '../../domain/demonstration.ts';
import { addDays, plainDate, type PlainDate } from '../../kernel/date.ts';
import type { NewId } from '../../kernel/id.ts';
import { covers } from '../../kernel/period.ts';
import { assess } from '../assessment/assess.ts';
import { assessFrameworks } from '../assessment/framework-assessment.ts';
import type { Assessment, Gap } from '../assessment/model.ts';
import { awayOn } from '../people/absence.ts';
import { stateOn } from '../people/engaged.ts';
import type { Person } from '../people/model.ts';
import { termsOn } from '../people/terms.ts';
import { possibleDoubles } from '../people/doubles.ts';
import { listUnits } from '../people/unit-list.ts';
import { sameAppointment } from '../roles/overlap.ts';
import { rowChange, type ChangeItem } from './change.ts';
import { demonstration } from './demonstration.ts';
import { complete, registerNames, type RegisterName } from './register.ts';
import { snapshotOf, type Snapshot, type SnapshotRows } from './snapshot.ts';

const today = plainDate('2026-03-03');
const operator = { kind: 'operator', name: 'Operator' } as const;

const counter = (): NewId => {
  let next = 0;
  return () => `00000000-0000-7000-8000-${String(next++).padStart(12, '0')}`;
};

const written = (items: readonly ChangeItem[]): Snapshot => {
  const rows = Object.fromEntries(registerNames.map((name): [RegisterName, unknown[]] => [name, []]));
  const id = counter()();
  rows['organization']?.push({ id, version: 1, name: 'Nordlicht Logistik GmbH', slug: 'nordlicht', scope: '' });
  for (const [index, item] of items.entries())
    rows[item.register]?.push(rowChange(item, undefined, String(index), operator)?.after);
  return snapshotOf(rows as unknown as SnapshotRows, { sequence: 0, hash: '0'.repeat(64) }, null);
};

const companyOn = (day: PlainDate): Snapshot => written(demonstration(day, counter()));

const lines = (gaps: readonly Gap[], ...rules: readonly string[]): readonly string[] =>
  gaps
    .filter((gap) => rules.includes(gap.rule))
    .map((gap) => `${gap.severity} ${gap.subject.label}`)
    .toSorted();

const figures = ({ totals, gaps }: Assessment): unknown => [totals, gaps.map((gap) => gap.rule)];

describe('the rows of the demonstration company', () => {
  const items = demonstration(today, counter());
  const company = written(items);

  it('are taken by the registers as they are', () => {
    const created = items.filter((item) => item.operation === 'create');
    expect(created.length).toBe(items.length);
    expect(created.map((item) => rowChange(item, undefined, '', operator)?.after)).toEqual(
      created.map((item) => ({ ...complete(item.register, { ...item.fields }), id: item.id, version: 1 })),
    );
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  });

  it('come out the same for the same day and ids', () => {
    expect(demonstration(today, counter())).toEqual(items);
  });

  it('stand after everything that they refer to', () => {
    const seen = new Set<unknown>();
    const early: unknown[] = [];
    for (const item of items) {
      if (item.operation !== 'create') continue;
      const fields: Readonly<Record<string, unknown>> = { ...item.fields };
      const targets = ['managerId', 'personId', 'roleId', 'headId', 'parentId'].flatMap((name) => fields[name] ?? []);
      early.push(...targets.filter((target) => !seen.has(target)));
      seen.add(item.id);
    }
    expect(early).toEqual([]);
    const named = [...company.accountability, ...company.applicability].map((row) => row.requirementId);
    const others = new Set(company.frameworkRequirement.map((row) => row.requirementId));
    expect(named.filter((id) => findRequirement(id) === undefined && !others.has(id))).toEqual([]);
  });

  it('show a framework of a customer: mapped, with letters of its own, and with a term that nobody answers for', () => {
    const [annex] = assessFrameworks(company, today).values();
    expect(annex?.totals.sources).toEqual({ own: 1, inherited: 6, none: 1 });
    expect(annex?.gaps.map(({ id }) => id)).toContain('rasci.no-accountable:hafenkontor:S2.3');
  });

  it('keep to what the tables demand of them', () => {
    const periods = [...company.person, ...company.appointment];
    expect(periods.filter(({ from, to }) => from !== null && to !== null && to < from)).toEqual([]);
    const cells = company.accountability.map((cell) => `${cell.requirementId} ${cell.roleId ?? cell.personId ?? ''}`);
    expect(new Set(cells).size).toBe(cells.length);
    const numbers = company.person.flatMap((person) => person.externalId ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    const { appointment } = company;
    expect(appointment.filter((a, at) => appointment.slice(at + 1).some((b) => sameAppointment(a, b)))).toEqual([]);
  });

  it('name people once and each other by keys that exist', () => {
    const keys = demonstrationPeople.map((person) => person.key);
    expect(new Set(keys).size).toBe(keys.length);
    const outside = demonstrationAppointments.flatMap(({ appointedBy }) =>
      appointedBy === null || keys.includes(appointedBy) ? [] : appointedBy,
    );
    expect(new Set(outside)).toEqual(new Set(["Shareholders' meeting"]));
    for (const { role, person } of demonstrationLetters) expect((role === null) !== (person === null)).toBe(true);
    expect(company.applicability.map((entry) => entry.requirementId).toSorted()).toEqual(
      annexAControls.map((control) => control.id).toSorted(),
    );
  });

  it('show a company of about sixty, from many places, some coming and some going', () => {
    const active = company.person.filter((person) => covers(person, today));
    expect(active.length).toBe(61);
    expect(active.filter((person) => person.kind === 'external').length).toBe(7);
    expect(company.person.filter((person) => person.from !== null && person.from > today).length).toBe(2);
    expect(company.person.filter((person) => person.to !== null && person.to <= today).length).toBe(4);
    const soon = addDays(today, 40);
    expect(active.filter((person) => person.to !== null && person.to < soon).length).toBe(3);
    for (const script of [/\p{Script=Arabic}/u, /\p{Script=Han}/u, /[äöüß]/u, /[őłşř]|ễ|ð/u])
      expect(company.person.some((person) => script.test(person.name))).toBe(true);
  });

  it('hold one who stands there twice, and somebody who sees to each compensating control', () => {
    const named = new Map(company.person.map(({ id, name }) => [id, name]));
    expect(
      possibleDoubles(company.person).map(({ people, reasons }) => [people.map((id) => named.get(id)), reasons]),
    ).toEqual([[['Owen Pritchard-Hale', 'Owen Pritchard Hale'], ['name']]]);
    expect(company.compensatingControl.map(({ ownerId }) => ownerId !== null && named.get(ownerId))).toEqual([
      'Dr. Aylin Karadeniz',
      'Jannik Brüggemann',
    ]);
  });

  it('come from units with heads, and one came back, one works fewer hours, one is away', () => {
    expect(company.unit.filter(({ headId }) => headId !== null).length).toBe(16);
    const { undescribed } = listUnits(company, today, () => 0);
    expect(undescribed.map(({ name, people }) => `${name} ${people}`)).toEqual([
      'Facilities 3',
      'Legal 3',
      'Gdańsk 12',
    ]);
    const back = company.person.filter(({ earlierPeriods }) => earlierPeriods.length > 0);
    expect(back.map(({ name }) => name)).toEqual(['Owen Pritchard-Hale']);
    expect(back.map((person) => stateOn(person, addDays(today, -600)))).toEqual(['active']);
    const changed = company.person.filter(({ terms }) => terms.length > 0);
    expect(changed.map((person) => [person.weeklyHours, termsOn(person, today).weeklyHours])).toEqual([[24, 32]]);
    expect(awayOn(company.absence, today).size).toBe(1);
  });

  it('ask nobody for more hours than their engagement has', () => {
    const asked = (person: Person): number =>
      company.appointment
        .filter((appointment) => appointment.personId === person.id && covers(appointment, today))
        .reduce((sum, appointment) => sum + (appointment.hoursPerWeek ?? 0), 0);
    expect(company.person.filter((person) => asked(person) > (person.weeklyHours ?? 168))).toEqual([]);
  });
});

describe('the assessment of the demonstration company', () => {
  const { gaps, requirements, totals } = assess(companyOn(today), today);

  it('finds most in order, as half a year before a certification', () => {
    expect(totals).toEqual({
      applicable: 121,
      states: { gap: 18, weak: 23, unjudged: 0, met: 80 },
      severities: { critical: 1, major: 20, minor: 25, advice: 4 },
      activePeople: 61,
    });
    expect(
      requirements.filter((row) => row.state === 'gap').map((row) => `${row.requirementId} ${row.weakest}`),
    ).toEqual([
      '7.3 capacity',
      '9.2.1 competent',
      '9.2.2 competent',
      'A.5.19 responsible',
      'A.5.21 responsible',
      'A.5.22 responsible',
      'A.5.24 competent',
      'A.5.25 competent',
      'A.5.26 competent',
      'A.5.27 competent',
      'A.5.28 competent',
      'A.5.29 responsible',
      'A.5.35 competent',
      'A.6.3 capacity',
      'A.6.7 accountable',
      'A.6.8 competent',
      'A.8.12 responsible',
      'A.8.27 competent',
    ]);
    expect(requirements.filter((row) => !row.applicable).map((row) => row.requirementId)).toEqual(['A.8.11', 'A.8.30']);
  });

  it('finds the supplier manager who left and kept a role, a letter and a report', () => {
    const [left] = gaps.filter((gap) => gap.rule === 'role.holder-left');
    expect(left?.subject.label).toBe('Carsten Möllenkamp');
    expect(left?.requirements).toEqual(['A.5.19', 'A.5.21', 'A.5.22', 'A.5.23']);
    const company = companyOn(today);
    expect(
      company.person.filter((person) => person.managerId === left?.subject.id).map((person) => person.name),
    ).toEqual(['Daan Verhulst']);
  });

  it('finds the roles that lack somebody, a deputy or hours', () => {
    expect(lines(gaps, 'role.mandatory-vacant')).toEqual([]);
    expect(lines(gaps, 'rasci.unresolved')).toEqual([
      'major Business Continuity Lead',
      'major Third-Party Security Manager',
      'minor Incident Response Lead',
    ]);
    expect(lines(gaps, 'role.no-deputy')).toEqual([
      'minor Information Security Manager',
      'minor Training and Awareness Lead',
    ]);
    expect(lines(gaps, 'role.no-hours')).toEqual([
      'minor Guðrún Einarsdóttir',
      'minor Marek Jaskólski',
      'minor Renate Oelrichs',
      'minor Silke Westerkamp',
      'minor Sjoerd Hoekstra-Bos',
    ]);
    expect(lines(gaps, 'role.below-minimum', 'role.outsider')).toEqual(['minor Internal Auditor']);
  });

  it('finds in one piece of advice the three appointments that no second person has approved', () => {
    const [open, ...more] = gaps.filter((gap) => gap.rule === 'role.not-approved');
    expect([open?.severity, open?.facts.length, more]).toEqual(['advice', 3, []]);
    const { appointment, person } = companyOn(today);
    const named = new Map(person.map(({ id, name }) => [id, name]));
    expect(appointment.filter(({ approval, personId }) => approval?.name === named.get(personId))).toEqual([]);
  });

  it('finds the rows where letters are missing or too many, and the exclusion without a reason', () => {
    expect(lines(gaps, 'rasci.no-accountable')).toEqual(['major A.6.7 Remote working']);
    expect(lines(gaps, 'rasci.no-responsible')).toEqual(['major A.8.12 Data leakage prevention']);
    expect(lines(gaps, 'rasci.several-accountable')).toEqual(['major A.8.32 Change management']);
    expect(lines(gaps, 'soa.unjustified')).toEqual(['major A.8.11 Data masking']);
  });

  it('finds duties that meet in one person: uncompensated, expired, and compensated', () => {
    expect(gaps.filter((gap) => gap.rule === 'sod.conflict').map((gap) => gap.id.split(':')[1])).toEqual([
      'ROLE-12',
      'SOD-02',
      'SOD-06',
    ]);
    expect(lines(gaps, 'sod.conflict')).toEqual([
      'advice Chidinma Okonkwo',
      'major Päivi Hakkarainen',
      'major Wiebke Thamsen',
    ]);
  });

  it('finds what people cannot prove: missing, too low, over, without evidence, and soon over', () => {
    const rule = (name: string) => lines(gaps, `competence.${name}`);
    expect(rule('missing')).toEqual([
      'major All Staff and Contractors',
      'major Emre Öztürkmen',
      'major Ingrid Ødegård-Lüders',
      'major Renate Oelrichs',
    ]);
    expect(rule('below')).toEqual([
      'major Katharina Schönhuber',
      'major Priya Ramanathan',
      'major Sünje Petersen',
      'major Thabo Mokoena',
      'major Wiebke Thamsen',
      'major Zuzana Kováčová',
      'major 林 芷晴',
    ]);
    expect(rule('expired')).toEqual(['major Bartłomiej Nowakowski']);
    expect(rule('no-evidence')).toEqual(['minor Marek Jaskólski']);
    expect(rule('expiring')).toEqual(['advice Dr. Friederike Sandhorst']);
    expect(lines(gaps, 'competence.not-determined', 'competence.not-approved', 'competence.iso-knowledge')).toEqual([]);
    expect(gaps.find(({ subject }) => subject.label === 'All Staff and Contractors')?.explanation).toBe(
      '6 of 61 people in All Staff and Contractors do not prove Everyday security awareness at level 2: 6 have nothing recorded.',
    );
    const company = companyOn(today);
    const soon = assess(company, addDays(today, 40)).gaps;
    expect(lines(soon, 'competence.expired')).toContain('major Dr. Friederike Sandhorst');
  });

  it('finds trainings that are late, and the effect of one that nobody checked', () => {
    expect(lines(gaps, 'training.overdue')).toEqual([
      'minor Ingrid Ødegård-Lüders',
      'minor Jonas Feddersen',
      'minor Wiebke Thamsen',
    ]);
    expect(lines(gaps, 'training.not-evaluated')).toEqual(['minor Zuzana Kováčová']);
  });

  it('finds the security manager overloaded and nine without whom work stops, deputies who cannot do it left out', () => {
    expect(lines(gaps, 'rasci.overloaded')).toEqual(['minor Jonas Feddersen']);
    expect(lines(gaps, 'resilience.single-point')).toEqual([
      'minor Agnieszka Zielińska-Bąk',
      'minor Bartłomiej Nowakowski',
      'minor Gergő Szabó-Végh',
      'minor Jonas Feddersen',
      'minor Päivi Hakkarainen',
      'minor Renate Oelrichs',
      'minor Silke Westerkamp',
      'minor Wiebke Thamsen',
      'minor Zuzana Kováčová',
    ]);
  });

  it('finds the one action of the resource project that is late', () => {
    expect(lines(gaps, 'action.overdue', 'action.owner-left')).toEqual(['minor Jannik Brüggemann']);
    const { project, analysis, action } = companyOn(today);
    expect([project.map(({ state }) => state), analysis.length, action.length]).toEqual([['execution'], 42, 6]);
  });

  it('says the same on whatever day the company is made', () => {
    const expected = figures(assess(companyOn(today), today));
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), (days) => {
        const day = addDays(today, days);
        expect(figures(assess(companyOn(day), day))).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('changes as the weeks go by: the continuity manager comes, the service desk lead goes', () => {
    const later = assess(companyOn(today), addDays(today, 40)).gaps;
    expect(lines(later, 'rasci.unresolved')).toEqual([
      'major Third-Party Security Manager',
      'minor Incident Response Lead',
      'minor Service Desk',
    ]);
    expect(lines(later, 'role.holder-left')).toEqual(['critical Carsten Möllenkamp', 'critical Sünje Petersen']);
  });
});
