/** What a customer of the demonstration company asks for in the security annex of its contract: made up, in our own words. */
export interface DemonstrationTerm {
  readonly reference: string;
  readonly title: string;
  readonly text: string;
  /** Reference of the heading above; null for a heading. */
  readonly parent: string | null;
  /** Requirements of ISO/IEC 27001:2022 whose accountability it takes. */
  readonly mappedTo: readonly string[];
  /** Letters of its own, by the key of the role. */
  readonly letters?: Readonly<Record<string, string>>;
}

export const demonstrationFramework = {
  key: 'hafenkontor',
  name: 'Security annex of Hafenkontor AG',
  edition: '2025-10',
  publisher: 'Hafenkontor AG',
  licence: 'Confidential part of a contract. For use between the parties only.',
} as const;

export const demonstrationTerms: readonly DemonstrationTerm[] = [
  { reference: 'S1', title: 'Organization', text: '', parent: null, mappedTo: [] },
  {
    reference: 'S1.1',
    title: 'A named contact for security',
    text: 'The supplier names one person who answers for security towards the customer, and a deputy.',
    parent: 'S1',
    mappedTo: ['A.5.2'],
  },
  {
    reference: 'S1.2',
    title: 'Staff are trained every year',
    text: 'Everybody who handles consignment data is trained before the first day with it and once a year.',
    parent: 'S1',
    mappedTo: ['A.6.3'],
  },
  {
    reference: 'S1.3',
    title: 'Subcontractors are agreed',
    text: 'Work with consignment data is passed on only after the customer agreed in writing.',
    parent: 'S1',
    mappedTo: ['A.5.19', 'A.5.20'],
  },
  { reference: 'S2', title: 'Operation', text: '', parent: null, mappedTo: [] },
  {
    reference: 'S2.1',
    title: 'Backup of consignment data',
    text: 'Consignment data is backed up daily, and a restore is tried twice a year.',
    parent: 'S2',
    mappedTo: ['A.8.13'],
  },
  {
    reference: 'S2.2',
    title: 'Weaknesses are closed in time',
    text: 'Critical weaknesses of systems that the customer reaches are closed within seven days.',
    parent: 'S2',
    mappedTo: ['A.8.8'],
  },
  {
    reference: 'S2.3',
    title: 'Monitoring of the customer portal',
    text: 'The portal is watched around the clock, and alarms reach somebody who may act.',
    parent: 'S2',
    mappedTo: [],
  },
  { reference: 'S3', title: 'Incidents', text: '', parent: null, mappedTo: [] },
  {
    reference: 'S3.1',
    title: 'The customer is told within 24 hours',
    text: 'Incidents that touch consignment data are reported within 24 hours of being known, by telephone and in writing.',
    parent: 'S3',
    mappedTo: ['A.5.24'],
    letters: { 'isms-leadership': 'A', 'information-security-manager': 'R', 'legal-compliance': 'C' },
  },
  {
    reference: 'S3.2',
    title: 'Lessons are shared',
    text: 'A written account of cause and remedy follows within ten working days.',
    parent: 'S3',
    mappedTo: ['A.5.27'],
  },
];
