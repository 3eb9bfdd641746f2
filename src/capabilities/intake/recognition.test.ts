import { describe, expect, it } from 'vitest';
import { recognise, recogniserOf, registerRecognisers, type DocumentKind } from './recognition.ts';
import type { Sheet, SourceDocument } from './sheet.ts';

const sheet = (lines: readonly string[], name: string | null = null): Sheet => ({
  name,
  heading: null,
  rows: lines.map((line, at) => ({ number: at + 1, cells: line.split(';') })),
});

const document = (file: string, ...sheets: readonly Sheet[]): SourceDocument => ({ file, format: 'csv', sheets });

const kindOf = (file: string, ...lines: readonly string[]): DocumentKind =>
  recognise(document(file, sheet(lines))).kind;

describe('what a document is', () => {
  it.each<[DocumentKind, string, string]>([
    ['applicability', 'x.csv', 'Control ID;Control Name;Applicable;Justification;Implementation Status'],
    ['applicability', 'x.csv', 'Control;Anwendbar;Begründung;Umsetzungsstatus'],
    ['applicability', 'x.csv', 'Mesure;Applicable;Justification;Statut'],
    ['applicability', 'x.csv', 'Control;Aplicable;Justificación;Estado'],
    ['applicability', 'x.csv', 'Opatření;Aplikovatelnost;Zdůvodnění;Stav'],
    ['training', 'x.csv', 'Person;Rolle;Schulung;Fällig am;Status'],
    ['training', 'x.csv', 'Employé;Formation;Date;Statut'],
    ['competence', 'x.csv', 'Rolle;Erforderliche Kompetenz;Niveau;Quelle'],
    ['competence', 'x.csv', 'Роль;Компетенция;Уровень'],
    ['suppliers', 'x.csv', 'Lieferant;Leistung;Kritikalität;Vertragsende'],
    ['suppliers', 'x.csv', 'Leverancier;Dienst;Contract;Locatie'],
    ['assets', 'x.csv', 'Asset Name;Type;Owner;Classification'],
    ['assets', 'assets.en.csv', 'id;name;kind;owner;location;classification'],
    ['unknown', 'x.csv', 'Risk;Threat;Likelihood;Owner'],
    ['unknown', 'x.csv', 'Date;Amount;Currency'],
  ])('%s: %s %s', (kind, file, header) => {
    expect(kindOf(file, header, 'a;b;c;d')).toBe(kind);
  });

  it('finds the header under title rows and does not take data for it', () => {
    const found = recognise(
      document(
        'register.xlsx',
        sheet(
          [
            'Vendor registry',
            '',
            'Vendor ID;Vendor Name;Service;Contract;Review',
            'V-001;Contract review service;Vendor;Service;x',
          ],
          'V',
        ),
      ),
    );
    expect(found.tables).toEqual([
      {
        kind: 'suppliers',
        sheet: 'V',
        headerRow: 3,
        columns: ['Vendor ID', 'Vendor Name', 'Service', 'Contract', 'Review'],
        rows: 1,
      },
    ]);
  });

  it('goes by the name of the file where a document holds two kinds alike', () => {
    const competence = sheet(['Role;Competence;Level;Source', 'a;b;c;d']);
    const training = sheet(['Name;Training;Completed;Frequency;Status', 'a;b;c;d;e']);
    expect(recognise(document('competence.md', competence, training)).kind).toBe('competence');
    expect(recognise(document('schulung.md', competence, training)).kind).toBe('training');
  });

  it('lets another capability say what is its own, but not over a register with all its marks', () => {
    const everybody = [recogniserOf('people', () => true), ...registerRecognisers];
    expect(recognise(document('x.csv', sheet(['Forename;Surname', 'a;b'])), everybody).kind).toBe('people');
    expect(recognise(document('x.csv', sheet(['Asset;Owner;Classification;Type;Status', 'a;b'])), everybody).kind).toBe(
      'assets',
    );
  });
});
