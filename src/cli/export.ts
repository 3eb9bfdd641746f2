import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { accountabilityMatrix } from '../capabilities/documents/accountability-matrix.ts';
import { competenceBooks } from '../capabilities/competence/books.ts';
import { competenceMatrixDocument } from '../capabilities/documents/competence-matrix.ts';
import { competenceRecord } from '../capabilities/documents/competence-record.ts';
import { competenceRegister } from '../capabilities/documents/competence-register.ts';
import { letterOfAppointment } from '../capabilities/documents/letter-of-appointment.ts';
import {
  competenceFormats,
  documentFormats,
  documentNames,
  letterFormats,
  papers,
  planFormats,
  planGroupings,
  projectFormats,
  registerFormats,
} from '../capabilities/documents/model.ts';
import { peopleRegister } from '../capabilities/documents/people-register.ts';
import { personProfile } from '../capabilities/documents/person-profile.ts';
import { requiredCompetences } from '../capabilities/documents/required-competences.ts';
import { chosenProject, resourceProject } from '../capabilities/documents/resource-project.ts';
import { roleProfile } from '../capabilities/documents/role-profile.ts';
import { statementOfApplicability } from '../capabilities/documents/statement-of-applicability.ts';
import { trainingPlanDocument } from '../capabilities/documents/training-plan.ts';
import { trainingRegister } from '../capabilities/documents/training-register.ts';
import type { Snapshot } from '../capabilities/trail/snapshot.ts';
import type { PlainDate } from '../kernel/date.ts';
import { MusterError, notFound, unreachable } from '../kernel/errors.ts';
import { isId, type AppointmentId, type PersonId, type ProjectId, type RoleId } from '../kernel/id.ts';
import { documentRenderer, type DocumentRenderer } from '../platform/documents/render.ts';
import { choiceOption, dateOption, required, textOption, usage } from './argument.ts';
import type { Arguments, Command } from './command.ts';
import { factsFor } from './facts.ts';

const allFormats = [...new Set<string>([...documentFormats, ...letterFormats])];

const lists = {
  'competence-register': competenceRegister,
  'required-competences': requiredCompetences,
  'training-register': trainingRegister,
} as const;

type Make = (snapshot: Snapshot, on: PlainDate, renderer: DocumentRenderer) => Promise<Uint8Array>;

function formatOption<T extends string>(args: Arguments, formats: readonly T[]): T {
  const format = choiceOption(args, 'format', formats);
  if (format === undefined) throw usage('--format is missing.');
  return format;
}

/** The person by id, or by a name that nobody else has. @throws MusterError `not-found`, `usage` */
function personOf(snapshot: Snapshot, person: string): PersonId {
  if (isId<PersonId>(person)) return person;
  const wanted = person.trim().toLowerCase();
  const [found, ...others] = snapshot.person.filter(({ name }) => name.toLowerCase() === wanted);
  if (found === undefined) throw notFound(`person "${person}"`);
  if (others.length > 0)
    throw usage(`${others.length + 1} people are named "${person}": --person takes an id as well.`);
  return found.id;
}

/** The role by its short name. @throws MusterError `not-found` */
function roleOf(snapshot: Snapshot, key: string): RoleId {
  const role = snapshot.role.find((one) => one.key === key);
  if (role === undefined) throw notFound(`role "${key}"`);
  return role.id;
}

/** How the document of this name is made. @throws MusterError `usage` */
function makeOf(name: string, args: Arguments): Make {
  const paper = choiceOption(args, 'paper', papers) ?? 'a4';
  const document = documentNames.find((known) => known === name);
  switch (document) {
    case 'accountability-matrix': {
      const format = formatOption(args, documentFormats);
      return (snapshot, on, renderer) => renderer.renderDocument(accountabilityMatrix(snapshot, on), format, { paper });
    }
    case 'statement-of-applicability': {
      const format = formatOption(args, documentFormats);
      return (snapshot, on, renderer) =>
        renderer.renderDocument(statementOfApplicability(snapshot, on), format, { paper });
    }
    case 'letter-of-appointment': {
      const format = formatOption(args, letterFormats);
      const appointment = textOption(args, 'appointment');
      if (!isId<AppointmentId>(appointment)) throw usage('--appointment takes the id of an appointment.');
      return async (snapshot, on, renderer) =>
        await renderer.renderLetter(letterOfAppointment(snapshot, appointment, on), format, { paper });
    }
    case 'role-profile': {
      const format = formatOption(args, letterFormats);
      const key = textOption(args, 'role');
      if (key === undefined) throw usage('--role takes the short name of a role, such as ciso.');
      return async (snapshot, on, renderer) => {
        return await renderer.renderLetter(roleProfile(snapshot, roleOf(snapshot, key), on), format, { paper });
      };
    }
    case 'person-profile': {
      const format = formatOption(args, letterFormats);
      const person = textOption(args, 'person');
      if (!isId<PersonId>(person)) throw usage('--person takes the id of a person.');
      return async (snapshot, on, renderer) =>
        await renderer.renderLetter(personProfile(snapshot, person, on), format, { paper });
    }
    case 'resource-project': {
      const format = formatOption(args, projectFormats);
      const choice = textOption(args, 'project');
      if (choice !== 'latest' && !isId<ProjectId>(choice))
        throw usage('--project takes the id of a resource project, or latest.');
      return (snapshot, on, renderer) =>
        renderer.renderProject(resourceProject(snapshot, chosenProject(snapshot, choice), on), format, { paper });
    }
    case 'people-register': {
      const format = formatOption(args, registerFormats);
      return (snapshot, on, renderer) => renderer.renderRegister(peopleRegister(snapshot, on), format);
    }
    case 'competence-register':
    case 'required-competences':
    case 'training-register': {
      const format = formatOption(args, registerFormats);
      return (snapshot, on, renderer) => renderer.renderRegister(lists[document](snapshot, on), format);
    }
    case 'competence-matrix': {
      const format = formatOption(args, competenceFormats);
      const [unit, role] = [textOption(args, 'unit'), textOption(args, 'role')];
      return async (snapshot, on, renderer) => {
        const roleId = role === undefined ? undefined : roleOf(snapshot, role);
        const matrix = competenceMatrixDocument(competenceBooks(snapshot, on), { unit, roleId });
        return await renderer.renderCompetences(matrix, format, { paper });
      };
    }
    case 'training-plan': {
      const format = formatOption(args, planFormats);
      const by = choiceOption(args, 'by', planGroupings) ?? 'person';
      return (snapshot, on, renderer) => renderer.renderPlan(trainingPlanDocument(snapshot, on, by), format, { paper });
    }
    case 'competence-record': {
      const format = formatOption(args, letterFormats);
      const person = textOption(args, 'person');
      if (person === undefined) throw usage('--person takes the name or id of a person.');
      return async (snapshot, on, renderer) => {
        const record = competenceRecord(competenceBooks(snapshot, on), personOf(snapshot, person), true);
        return await renderer.renderRecord(record, format, { paper });
      };
    }
    case undefined:
      throw usage(`There is no document "${name}". Accepted: ${documentNames.join(', ')}.`);
    default:
      return unreachable(document);
  }
}

export const exportCommand: Command = {
  usage: `export ${documentNames.join('|')} --format ${allFormats.join('|')} --out FILE [--appointment ID] [--role KEY] [--person ID|NAME] [--unit NAME] [--by ${planGroupings.join('|')}] [--project ID|latest] [--paper ${papers.join('|')}] [--on DATE] [--recorded-at TIME]`,
  summary: 'writes a document with the date of the facts, and position and hash of the trail',
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    appointment: { type: 'string' },
    role: { type: 'string' },
    person: { type: 'string' },
    unit: { type: 'string' },
    by: { type: 'string' },
    project: { type: 'string' },
    paper: { type: 'string' },
    on: { type: 'string' },
    'recorded-at': { type: 'string' },
  },
  desk: true,
  async run(args, desk) {
    const name = required(args, 0, 'DOCUMENT');
    const make = makeOf(name, args);
    const out = textOption(args, 'out');
    if (out === undefined) throw usage('--out is missing.');
    const snapshot = await factsFor(args, desk);
    const on = dateOption(args, 'on') ?? desk.clock.today();
    const renderer = documentRenderer();
    try {
      const bytes = await make(snapshot, on, renderer);
      await writeFile(out, bytes).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new MusterError(
          { code: 'unavailable', reason: `"${out}" cannot be written: ${reason}` },
          { cause: error },
        );
      });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const trail = { seq: snapshot.trail.sequence, hash: snapshot.trail.hash };
      return {
        json: { file: out, bytes: bytes.byteLength, sha256, trail },
        text: `${out}: ${bytes.byteLength} bytes, sha256 ${sha256}, trail ${trail.seq} ${trail.hash}`,
      };
    } finally {
      await renderer.close();
    }
  },
};
