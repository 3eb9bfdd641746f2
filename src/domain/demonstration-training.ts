// Trainings of the demonstration company: planned from gaps, held, checked, and left undone as it goes. Days count from
// the day on which the company is made, negative before it. People are named by `key`, measures by the key of the starter
// set, roles by the key of their template.

export interface DemonstrationMeasure {
  /** Of the starter set. */
  readonly key: string;
  readonly provider: string | null;
  /** In whole euros a person; null where it costs nothing but time. */
  readonly euros: number | null;
}

export interface DemonstrationSession {
  readonly key: string;
  readonly measure: string;
  readonly onDay: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly trainer: string | null;
  readonly capacity: number | null;
  readonly euros: number | null;
  readonly state: 'planned' | 'held' | 'cancelled';
}

export interface DemonstrationTraining {
  readonly person: string;
  readonly measure: string;
  readonly role: string | null;
  readonly competence: string | null;
  readonly level: number | null;
  readonly reason: string;
  readonly dueDay: number;
  readonly state: 'proposed' | 'planned' | 'enrolled' | 'completed' | 'cancelled';
  readonly session: string | null;
  readonly doneDay: number | null;
  /** Null where nobody checked its effect yet. */
  readonly effect: {
    readonly result: 'effective' | 'partly' | 'not-effective';
    readonly day: number;
    readonly by: string;
    readonly note: string;
  } | null;
  /** What the person says of it themself. */
  readonly reportedDay: number | null;
  /** Who approved it; null where nobody has. */
  readonly approvedBy: string | null;
}

export const demonstrationMeasures: readonly DemonstrationMeasure[] = [
  { key: 'awareness-basics', provider: null, euros: 9 },
  { key: 'foundation', provider: 'Akademie am Deich', euros: 890 },
  { key: 'internal-auditor', provider: 'Akademie am Deich', euros: 1_450 },
  { key: 'risk-workshop', provider: null, euros: null },
  { key: 'incident-exercise', provider: 'Leuchtfeuer Übungen', euros: null },
  { key: 'secure-development', provider: 'Leuchtfeuer Übungen', euros: 1_180 },
  { key: 'operations-mentoring', provider: null, euros: null },
];

export const demonstrationSessions: readonly DemonstrationSession[] = [
  {
    key: 'exercise-past',
    measure: 'incident-exercise',
    onDay: -75,
    startsAt: '13:00',
    endsAt: '17:00',
    place: 'Training room, ground floor',
    trainer: 'Maren Osterkamp',
    capacity: 10,
    euros: 2_400,
    state: 'held',
  },
  {
    key: 'exercise-next',
    measure: 'incident-exercise',
    onDay: 24,
    startsAt: '13:00',
    endsAt: '17:00',
    place: 'Training room, ground floor',
    trainer: 'Maren Osterkamp',
    capacity: 4,
    euros: 2_400,
    state: 'planned',
  },
  {
    key: 'workshop',
    measure: 'risk-workshop',
    onDay: -6,
    startsAt: '09:00',
    endsAt: '16:00',
    place: 'Boardroom',
    trainer: 'Chidinma Okonkwo',
    capacity: 8,
    euros: null,
    state: 'planned',
  },
];

const planned = (
  person: string,
  measure: string,
  need: readonly [role: string, competence: string, level: number] | null,
  reason: string,
  dueDay: number,
  rest: Partial<DemonstrationTraining>,
): DemonstrationTraining => ({
  person,
  measure,
  role: need?.[0] ?? null,
  competence: need?.[1] ?? null,
  level: need?.[2] ?? null,
  reason,
  dueDay,
  state: 'planned',
  session: null,
  doneDay: null,
  effect: null,
  reportedDay: null,
  approvedBy: 'Dr. Aylin Karadeniz',
  ...rest,
});

export const demonstrationTrainings: readonly DemonstrationTraining[] = [
  planned(
    'szabo',
    'incident-exercise',
    ['security-operations', 'incident-management', 3],
    'Security Operations needs incident management at level 3; nothing shows it.',
    -70,
    {
      state: 'completed',
      session: 'exercise-past',
      doneDay: -75,
      effect: {
        result: 'effective',
        day: -40,
        by: 'Jonas Feddersen',
        note: 'Led the report of the mail outage without help.',
      },
    },
  ),
  planned(
    'kovacova',
    'incident-exercise',
    ['incident-response-lead', 'evidence-handling', 3],
    'The Incident Response Lead needs evidence handling at level 3; level 1 is shown.',
    -70,
    { state: 'completed', session: 'exercise-past', doneDay: -75 },
  ),
  planned(
    'petersen',
    'incident-exercise',
    ['service-desk', 'incident-management', 2],
    'The Service Desk needs incident management at level 2; nothing shows it.',
    -70,
    {
      state: 'completed',
      session: 'exercise-past',
      doneDay: -75,
      effect: {
        result: 'partly',
        day: -38,
        by: 'Jannik Brüggemann',
        note: 'Takes reports well, still asks before each escalation.',
      },
    },
  ),
  planned(
    'lin',
    'incident-exercise',
    ['security-operations', 'incident-management', 3],
    'Security Operations needs incident management at level 3; level 2 is shown.',
    30,
    { state: 'enrolled', session: 'exercise-next' },
  ),
  planned(
    'oeztuerkmen',
    'incident-exercise',
    ['service-desk', 'incident-management', 2],
    'The Service Desk needs incident management at level 2; nothing shows it.',
    30,
    { state: 'enrolled', session: 'exercise-next' },
  ),
  planned(
    'feddersen',
    'risk-workshop',
    ['information-security-manager', 'risk-treatment', 3],
    'Works on the treatment plan with the risk manager.',
    -6,
    { state: 'enrolled', session: 'workshop' },
  ),
  planned(
    'odegard',
    'risk-workshop',
    ['risk-owner', 'risk-treatment', 2],
    'A risk owner needs risk treatment at level 2; nothing shows it.',
    -6,
    { state: 'enrolled', session: 'workshop' },
  ),
  planned(
    'thamsen',
    'internal-auditor',
    ['internal-auditor', 'corrective-action', 3],
    'The Internal Auditor follows up findings; level 2 is shown.',
    -12,
    {},
  ),
  planned(
    'ramanathan',
    'secure-development',
    ['development-lead', 'secure-development', 3],
    'Stands in for the development lead; level 2 is shown.',
    45,
    { reportedDay: -2 },
  ),
  planned(
    'mokoena',
    'operations-mentoring',
    ['iam-administrator', 'iam', 3],
    'Stands in for the administrator of accounts; level 1 is shown.',
    60,
    { state: 'proposed', approvedBy: null },
  ),
  planned(
    'oelrichs',
    'foundation',
    ['control-owner', 'iso-controls', 2],
    'Owns the physical controls; nothing shows what she knows of them.',
    75,
    { state: 'proposed', approvedBy: null },
  ),
  planned(
    'schoenhuber',
    'foundation',
    ['control-owner', 'iso-controls', 2],
    'Owns the controls on people; level 1 is shown.',
    -150,
    {
      state: 'completed',
      doneDay: -160,
      effect: {
        result: 'not-effective',
        day: -60,
        by: 'Jonas Feddersen',
        note: 'The course was general; what her own controls ask for was not in it.',
      },
    },
  ),
  planned(
    'figueiredo',
    'operations-mentoring',
    ['it-operations', 'vulnerability-management', 3],
    'Was to work beside the security operations; the time was not there.',
    -30,
    { state: 'cancelled' },
  ),
];

/** Who has done the yearly awareness training, but for a few. */
export const demonstrationAwarenessTraining = {
  measure: 'awareness-basics',
  doneDay: -190,
  checkedDay: -120,
  checkedBy: 'Silke Westerkamp',
  without: ['jaskolski', 'al-mansouri', 'hinrichs', 'ramanathan', 'vukovic'],
} as const;
