import { competenceFieldsOf } from './competence.ts';
import type { Carried } from './house.ts';
import type { Scene } from './scene.ts';

/** A good request for each route about the competence framework and what is required. */
export function competenceRequests(of: Scene, ids: Scene): Readonly<Record<string, Carried>> {
  const { competences, key, workRole, frameworks, mapping, required, roles } = ids.competence;
  const inside = (path: Readonly<Record<string, string>> = {}): Pick<Carried, 'path'> => ({
    path: { organizationId: of.id, ...path },
  });
  const {
    competenceFrameworkId: _framework,
    kind: _kind,
    retired: _retired,
    ...written
  } = competenceFieldsOf('knots', 'Knots');
  return {
    competenceFramework: inside(),
    competences: inside(),
    createCompetence: { ...inside(), body: written },
    updateCompetence: {
      ...inside({ competenceId: competences[0] }),
      version: 1,
      body: { description: 'High and low' },
    },
    removeCompetence: { ...inside({ competenceId: competences[1] }), version: 1 },
    raiseEdition: { ...inside(), body: { edition: '2', note: 'With knots' } },
    importCompetenceFramework: {
      ...inside(),
      query: { name: 'ecsf.json', dryRun: 'false' },
      file: JSON.stringify({ 'Cybersecurity Auditor': ['Audit rules'] }),
    },
    removeCompetenceFramework: { ...inside({ competenceFrameworkId: frameworks[1] }), version: 1 },
    frameworkExport: inside(),
    competenceMappings: inside(),
    editCompetenceMappings: {
      ...inside(),
      body: {
        add: [{ from: key, to: 'cryptography', relation: 'related', note: '' }],
        change: [{ id: mapping, version: 1, note: 'Both are about water' }],
      },
    },
    workRoles: inside(),
    workRole: inside({ workRoleId: workRole }),
    fillRole: {
      ...inside({ workRoleId: workRole }),
      body: {
        into: { key: 'pilot', name: 'Pilot' },
        responsibilities: ['Read the tides'],
        competences: [{ competence: 'risk-assessment', level: 3, required: true }],
      },
    },
    competenceRequirements: inside(),
    takeRequiredDefaults: { ...inside(), body: { roles: [{ id: roles[0], version: 1 }] } },
    requireCompetence: {
      ...inside(),
      body: { requirementId: 'A.8.24', competence: 'cryptography', level: 4, required: true, reason: 'Own keys' },
    },
    updateRequiredCompetence: {
      ...inside({ requirementCompetenceId: required[0] }),
      version: 1,
      body: { level: 3 },
    },
    removeRequiredCompetence: { ...inside({ requirementCompetenceId: required[1] }), version: 1 },
    approveRequiredCompetences: { ...inside(), body: { requirements: [{ id: required[2], version: 1 }] } },
  };
}
