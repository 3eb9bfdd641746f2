import { describe, expect, it } from 'vitest';
import { readCompetences } from '../../src/capabilities/competence-intake/competence-document.ts';
import type { SourceDocument } from '../../src/capabilities/intake/sheet.ts';
import { inspectedOf } from '../../src/cli/inspect.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { read } from './competence-figures.ts';
import { csv, markdown } from './written.ts';

const said = (document: SourceDocument): readonly unknown[] =>
  readCompetences(document.sheets, '', plainDate('2026-06-01')).tables.flatMap(({ lines }) =>
    lines.map((line) => line.said),
  );

describe('certificates', () => {
  it('are what somebody holds: since when, until when, and none that is not obtained yet', () => {
    const document = csv(
      'Name,Certification,Issuing Body,Certificate Number,Date Obtained,Expiry Date,Status',
      'Ada Okoye,CISSP,ISC2,123,2023-02-01,2026-01-31,Expired',
      'Bo Lind,CISM,ISACA,,,,In progress',
    );
    expect(said(document)).toMatchObject([
      [
        {
          kind: 'held',
          competence: 'CISSP',
          method: 'certificate',
          reference: '123',
          on: '2023-02-01',
          to: '2026-02-01',
        },
      ],
      { reason: 'It is no certificate that somebody holds: “In progress”.' },
    ]);
    expect(read(inspectedOf(document).tables)[0]?.dropped.map(({ column }) => column)).toEqual([
      'Issuing Body',
      'Status',
    ]);
  });

  it('in pairs of days below their names', () => {
    const document = csv(
      ',First aid,,Forklift,',
      'Name,Date,Expiry,Date,Expiry',
      'Ada Okoye,2024-01-05,2027-01-05,2023-05-01,2026-05-01',
      'Bo Lind,,,2024-02-01,',
    );
    expect(said(document)).toMatchObject([
      [
        { competence: 'First aid', on: '2024-01-05', to: '2027-01-06' },
        { competence: 'Forklift', on: '2023-05-01', to: '2026-05-02' },
      ],
      [{ competence: 'Forklift', on: '2024-02-01', to: null }],
    ]);
  });
});

describe('trainings', () => {
  it.each<[string, SourceDocument, unknown]>([
    [
      'by course and personnel number, headings in one word',
      csv(
        'EmployeeID,CourseName,TrainingDate,Completed',
        'E1,Fire safety,2026-01-05,Yes',
        'E2,Fire safety,2026-02-05,No',
      ),
      [
        [{ person: { externalId: 'E1' }, completedOn: '2026-01-05', state: 'completed' }],
        [{ person: { externalId: 'E2' }, completedOn: null, due: '2026-02-05', state: 'proposed' }],
      ],
    ],
    [
      'with a certificate and its end',
      markdown(
        '# Employee Training Logs',
        '| Employee Name | Role | Training Program | Training Date | Completion Status | Certificate Expiry |',
        '|---|---|---|---|---|---|',
        '| Ada Okoye | CISO | Lead Implementer | 13/02/2025 | ✅ Completed | 13/02/2028 |',
        '| Bo Lind | Auditor | Internal Auditor | 22/05/2027 | ❌ Scheduled | N/A |',
      ),
      [
        [{ measure: 'Lead Implementer', completedOn: '2025-02-13', nextOn: '2028-02-13' }],
        [{ measure: 'Internal Auditor', completedOn: null, state: 'planned', due: '2027-05-22' }],
      ],
    ],
    [
      'attended, in a list with the training above it',
      csv(
        'Unterweisungsnachweis;;',
        'Thema:;Phishing erkennen;',
        'Datum:;12.02.2026;',
        'Nr.;Name, Vorname;Unterschrift',
        '1;Weber, Anna;gez. Weber',
      ),
      [[{ person: { name: 'Anna Weber' }, measure: 'Phishing erkennen', completedOn: '2026-02-12' }]],
    ],
    [
      'in a log of sessions, some with names and some with a number',
      csv(
        'Date,Training Topic,Trainer,Participants',
        '2026-01-12,Phishing,ISO,"Ada Okoye, Bo Lind"',
        '2026-02-12,Clean desk,ISO,12',
      ),
      [
        [
          { kind: 'training', person: { name: 'Ada Okoye' }, completedOn: '2026-01-12' },
          { kind: 'training', person: { name: 'Bo Lind' }, completedOn: '2026-01-12' },
        ],
        [{ kind: 'measure', name: 'Clean desk', audience: '12' }],
      ],
    ],
    [
      'one that the heading names',
      csv('Name,Awareness training completed (Y/N),Completion date', 'Ada Okoye,Y,2026-01-05', 'Bo Lind,N,'),
      [
        [{ measure: 'Awareness training', completedOn: '2026-01-05' }],
        [{ measure: 'Awareness training', state: 'proposed', completedOn: null }],
      ],
    ],
    [
      'in Italian, surname beside first name, with an end that is the next refresh',
      csv(
        'Registro formazione;;;;',
        'Cognome;Nome;Corso;Data corso;Scadenza',
        'Rossi;Mario;Antincendio;13/01/2025;13/01/2030',
      ),
      [[{ person: { name: 'Mario Rossi' }, completedOn: '2025-01-13', nextOn: '2030-01-13' }]],
    ],
    [
      'in Russian',
      csv('Журнал обучения;;;', 'ФИО;Курс;Дата прохождения;Статус', 'Анна Смирнова;Фишинг;13.01.2026;Пройден'),
      [[{ person: { name: 'Анна Смирнова' }, measure: 'Фишинг', completedOn: '2026-01-13' }]],
    ],
    [
      'by kinds, in a policy',
      csv('Training Type,Audience,Frequency,Duration', 'Induction,New staff,Once,60 min'),
      [[{ kind: 'measure', name: 'Induction', audience: 'New staff' }]],
    ],
    [
      'as days below their names, beside the day on which somebody began',
      csv(
        'Training matrix,,,',
        'Employee,Start of Employment,Fire safety,GDPR',
        'Ada Okoye,2020-04-01,2026-01-15,2026-02-20',
      ),
      [
        [
          { measure: 'Fire safety', completedOn: '2026-01-15' },
          { measure: 'GDPR', completedOn: '2026-02-20' },
        ],
      ],
    ],
    [
      'for roles, trainings down',
      csv('Training needs,,,', 'Training,All Staff,IT,HR', 'Awareness,X,X,X', 'Secure coding,,X,'),
      [
        [{ kind: 'measure', name: 'Awareness', audience: 'All Staff; IT; HR' }],
        [{ kind: 'measure', name: 'Secure coding', audience: 'IT' }],
      ],
    ],
    [
      'for roles, roles down',
      csv('Role training matrix,,', 'Role,Awareness,Secure coding', 'Developer,M,O', 'HR Manager,M,'),
      [
        [
          { kind: 'measure', name: 'Awareness', audience: 'Developer' },
          { kind: 'measure', name: 'Secure coding', audience: 'Developer' },
        ],
        [{ kind: 'measure', name: 'Awareness', audience: 'HR Manager' }],
      ],
    ],
  ])('%s', (_, document, expected) => {
    expect(said(document)).toMatchObject(expected as unknown[]);
    expect(inspectedOf(document).kind).toBe('training');
  });

  it('attended, in a text with the session in a table of its own', () => {
    const document = markdown(
      '## Session',
      '| Field | Value |',
      '|---|---|',
      '| Training Title | Security awareness |',
      '| Date | 2026-01-20 |',
      '## Attendees',
      '| Name | Role | Completed | Score |',
      '|---|---|---|---|',
      '| Ada Okoye | Admin | Yes | 95% |',
    );
    expect(inspectedOf(document).kind).toBe('training');
    expect(said(document)).toMatchObject([[{ measure: 'Security awareness', completedOn: '2026-01-20' }]]);
  });
});
