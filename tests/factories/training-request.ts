import type { TrainingId } from '../../src/kernel/id.ts';
import type { Carried } from './house.ts';
import type { Scene } from './scene.ts';
import { measureFieldsOf, sessionFieldsOf } from './training.ts';

/** A good request for each route about trainings. */
export function trainingRequests(of: Scene, ids: Scene): Readonly<Record<string, Carried>> {
  const { measure, sessions, trainings } = ids.training;
  const inside = (path: Readonly<Record<string, string>> = {}): Pick<Carried, 'path'> => ({
    path: { organizationId: of.id, ...path },
  });
  const seen = (id: TrainingId) => ({ id, version: 1 });
  const { measureId: _measure, state: _state, ...session } = sessionFieldsOf(measure);
  const [now, later, empty] = sessions;
  return {
    measures: inside(),
    measure: inside({ measureId: measure }),
    createMeasure: { ...inside(), body: measureFieldsOf('Fresh course') },
    takeMeasures: { ...inside(), body: { keys: ['awareness-basics', 'foundation'] } },
    updateMeasure: { ...inside({ measureId: measure }), version: 1, body: { provider: 'Somebody else' } },
    addSession: { ...inside({ measureId: measure }), body: session },
    updateSession: { ...inside({ trainingSessionId: empty }), version: 1, body: { on: '2026-05-11' } },
    sessionInvitation: inside({ trainingId: trainings.there }),
    enrol: { ...inside({ trainingSessionId: later }), body: { trainings: [seen(trainings.planned)] } },
    withdrawEnrolment: { ...inside({ trainingSessionId: later }), body: { trainings: [seen(trainings.enrolled)] } },
    recordAttendance: {
      ...inside({ trainingSessionId: now }),
      version: 1,
      body: { attended: [seen(trainings.there)], absent: [] },
    },
    trainings: { ...inside(), query: { show: 'open' } },
    trainingSummary: inside(),
    trainingGroups: { ...inside(), query: { by: 'person' } },
    trainingProposals: inside(),
    planTrainings: {
      ...inside(),
      body: {
        trainings: [
          {
            personId: ids.people[1],
            measureId: measure,
            roleId: ids.role,
            competence: 'risk-assessment',
            level: 3,
            reason: 'A gap',
            due: '2026-07-01',
          },
        ],
      },
    },
    training: inside({ trainingId: trainings.changed }),
    updateTraining: { ...inside({ trainingId: trainings.changed }), version: 1, body: { due: '2026-08-01' } },
    approveTrainings: { ...inside(), body: { trainings: [seen(trainings.asked)] } },
    declineTrainings: { ...inside(), body: { trainings: [seen(trainings.unwanted)], reason: 'Too dear' } },
    cancelTrainings: { ...inside(), body: { trainings: [seen(trainings.dropped)], reason: 'Has left' } },
    completeTrainings: { ...inside(), body: { on: '2026-03-01', trainings: [seen(trainings.done)] } },
    reportTraining: {
      ...inside({ trainingId: trainings.reported }),
      version: 1,
      body: { on: '2026-03-01', note: 'Was there', evidenceIds: [] },
    },
    recordEffect: {
      ...inside({ trainingId: trainings.unchecked }),
      version: 1,
      body: { result: 'effective', on: '2026-03-02', judgement: { level: 3, method: 'interview' } },
    },
  };
}
