// What people of the demonstration company can prove. Most were judged when they took their roles; here stand those who
// were judged otherwise. Days count from the day on which the company is made, negative before it. People are named by
// `key`.

export interface DemonstrationJudgement {
  readonly person: string;
  readonly competence: string;
  /** Null: nobody ever judged it. */
  readonly level: number | null;
  readonly method: 'certificate' | 'test' | 'interview' | 'observed' | 'manager' | 'self';
  readonly onDay: number;
  /** The first day on which it no longer counts; null as the competence has it. */
  readonly toDay: number | null;
  /** A person's key; null where an issuer or nobody but the person themself judged. */
  readonly assessor: string | null;
  readonly evidenceKind: string | null;
  readonly reference: string | null;
  readonly note: string;
  /** The person recorded it themself, and nobody has confirmed it yet. */
  readonly claimed: boolean;
}

const judged = (
  person: string,
  competence: string,
  level: number | null,
  rest: Partial<DemonstrationJudgement> = {},
): DemonstrationJudgement => ({
  person,
  competence,
  level,
  method: 'interview',
  onDay: -110,
  toDay: null,
  assessor: 'feddersen',
  evidenceKind: null,
  reference: null,
  note: '',
  claimed: false,
  ...rest,
});

export const demonstrationJudgements: readonly DemonstrationJudgement[] = [
  // In 40 days her certificate has to be renewed, and nothing is booked.
  judged('sandhorst', 'privacy', 5, {
    method: 'certificate',
    onDay: -690,
    toDay: 40,
    assessor: null,
    evidenceKind: 'cipp',
    reference: 'CIPP/E 0098-4417',
  }),
  judged('karadeniz', 'iso-requirements', 4, {
    method: 'certificate',
    onDay: -620,
    toDay: 475,
    assessor: null,
    evidenceKind: 'iso27001-li',
    reference: 'LI-23388-NL',
  }),
  // Nobody saw to its renewal.
  judged('nowakowski', 'cryptography', 4, {
    method: 'certificate',
    onDay: -1112,
    toDay: -16,
    assessor: null,
    evidenceKind: 'cissp',
    reference: 'CISSP 714 220',
  }),
  judged('jaskolski', 'physical-security', 4, {
    method: 'self',
    onDay: -140,
    assessor: null,
    note: 'Ten years as guard and shift leader.',
  }),
  // Recorded on the own page: it waits for somebody else to confirm it.
  judged('jaskolski', 'physical-security', 4, {
    method: 'certificate',
    onDay: -12,
    assessor: null,
    evidenceKind: 'physical-security-cert',
    reference: 'PSP 40-2291',
    claimed: true,
  }),
  judged('kovacova', 'evidence-handling', 1),
  judged('petersen', 'incident-management', 1, { method: 'observed', onDay: -38, assessor: 'brueggemann' }),
  judged('lin', 'incident-management', 2, { assessor: 'szabo' }),
  judged('thamsen', 'corrective-action', 2, { method: 'manager', assessor: 'van-der-sloot' }),
  judged('ramanathan', 'secure-development', 2, { assessor: 'zielinska' }),
  judged('mokoena', 'iam', 1, { assessor: 'hakkarainen' }),
  judged('schoenhuber', 'iso-controls', 1, { onDay: -60 }),
  judged('oeztuerkmen', 'incident-management', null),
  judged('odegard', 'risk-treatment', null),
  judged('oelrichs', 'iso-controls', null),
];

/** Everybody is tested after the yearly training but for those who have not done it. */
export const demonstrationAwarenessTest = { competence: 'security-awareness', level: 2, onDay: -188 } as const;
