import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import { permissions, type Permission } from '../../src/capabilities/identity/model.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { Route } from '../../src/kernel/route.ts';
import { openHouse, type TestHouse, type TestUser } from '../factories/house.ts';
import { requestsFor } from '../factories/request.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';
import { written, unwriting, allowed } from './permitted.ts';

const inOrganizations = allRoutes.filter(({ access }) => access === 'organization');
const routeOf = (id: string): Route => {
  const route = inOrganizations.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  return route;
};
const idParameters = ({ path }: Route): boolean =>
  /\{(?!organizationId|requirementId|rule\}|reminder\})\w+\}/.test(path);

let house: TestHouse;
let [home, away]: [Scene, Scene] = [] as never;
let nobody: TestUser;
const members: Record<string, TestUser> = {};

beforeAll(async () => {
  house = await openHouse();
  const users = await Promise.all(
    ['Nora Home', 'Emil Away', 'Mia Member', 'Max Member', 'Nobody'].map((name) => house.newUser(name)),
  );
  const [nora, emil, mia, max, outsider] = users as [TestUser, TestUser, TestUser, TestUser, TestUser];
  nobody = outsider;
  home = await sceneOf(house, 'Nordlicht', nora, [mia, max]);
  away = await sceneOf(house, 'Birke', emil, [mia, max]);
  await Promise.all(
    permissions.map(async (permission) => {
      members[permission] = await house.newUser(`Having ${permission}`);
    }),
  );
});
afterAll(() => house.close());

const carried = (route: Route, of: Scene, ids = of): NonNullable<Parameters<TestHouse['call']>[1]> =>
  requestsFor(of, ids)[route.id] ?? {};
const member = (permission: Permission): TestUser => members[permission] ?? nobody;

/** Ids and names of an organization, none of which may be seen by another. */
const marks = (scene: Scene): readonly string[] => [
  scene.id,
  scene.name,
  scene.role,
  scene.member,
  scene.invitation,
  ...scene.people,
  scene.leaver,
  scene.gone,
  scene.mover,
  scene.moved,
  ...scene.units,
  ...scene.absences,
  ...scene.appointments,
  scene.project,
  scene.action,
  ...scene.evidence,
  ...scene.competence.competences,
  ...scene.competence.frameworks,
  ...scene.competence.required,
  scene.competence.workRole,
  scene.competence.mapping,
  scene.training.measure,
  ...scene.training.sessions,
  ...Object.values(scene.training.trainings),
];

/** The body that adds the one action of the good request, with other fields. */
const actionOf = (own: Scene, fields: object): unknown => {
  const body = requestsFor(own)['createActions']?.body as { readonly actions: readonly object[] } | undefined;
  return { actions: body?.actions.map((action) => ({ ...action, ...fields })) };
};

/** The training that the good request asks for. */
const askedIn = (own: Scene): object => {
  const body = requestsFor(own)['planTrainings']?.body as { readonly trainings: readonly object[] } | undefined;
  return body?.trainings[0] ?? {};
};

describe('another organization', () => {
  it('has a good request to try for every route', () => {
    expect(Object.keys(requestsFor(home)).sort()).toEqual(inOrganizations.map(({ id }) => id).sort());
  });

  it.each(inOrganizations)('is not there for $method $path', async (route) => {
    const [before, beforeAway] = [await home.facts(), await away.facts()];
    const asked = carried(route, home);
    for (const user of [away.owner, nobody]) {
      const answer = await house.call(route, asked, user);
      expect(answer.status).toBe(404);
      const text = await answer.text();
      expect(JSON.parse(text)).toMatchObject({ code: 'not-found', what: 'organization' });
      expect(marks(home).filter((mark) => text.includes(mark))).toEqual([]);
    }
    expect((await house.call(route, asked)).status).toBe(401);
    expect(
      (await house.call(route, { ...asked, headers: { cookie: 'muster.session_token=forged.forged' } })).status,
    ).toBe(401);
    expect([await home.facts(), await away.facts()]).toEqual([before, beforeAway]);
  });

  it.each(inOrganizations.filter(idParameters))('lends no rows to $method $path', async (route) => {
    const before = [await home.facts(), await away.facts()];
    const answer = await house.call(route, carried(route, away, home), away.owner);
    expect(answer.status).toBe(404);
    const text = await answer.text();
    expect(marks(home).filter((mark) => text.includes(mark))).toEqual([]);
    expect([await home.facts(), await away.facts()]).toEqual(before);
  });

  const smuggled: readonly (readonly [string, string, (own: Scene, foreign: Scene) => unknown])[] = [
    [
      'createPerson',
      'the manager',
      (own, foreign) => ({ ...(requestsFor(own)['createPerson']?.body as object), managerId: foreign.people[0] }),
    ],
    ['changeMember', 'the person', (_, foreign) => ({ personId: foreign.people[0] })],
    [
      'invite',
      'the person',
      (_, foreign) => ({ email: 'a@b.example', permission: 'viewer', personId: foreign.people[0] }),
    ],
    ['updatePerson', 'the manager', (_, foreign) => ({ managerId: foreign.people[0] })],
    [
      'editPeople',
      'the manager',
      (own, foreign) => ({ people: [{ id: own.people[0], version: 1 }], set: { managerId: foreign.people[0] } }),
    ],
    [
      'editPeople',
      'the person',
      (_, foreign) => ({ people: [{ id: foreign.people[0], version: 1 }], set: { site: 'Harbour' } }),
    ],
    [
      'planTrainings',
      'the person',
      (own, foreign) => ({ trainings: [{ ...askedIn(own), personId: foreign.people[0] }] }),
    ],
    [
      'planTrainings',
      'the measure',
      (own, foreign) => ({ trainings: [{ ...askedIn(own), measureId: foreign.training.measure }] }),
    ],
    ['planTrainings', 'the role', (own, foreign) => ({ trainings: [{ ...askedIn(own), roleId: foreign.role }] })],
    [
      'fillRole',
      'the role',
      (own, foreign) => ({
        ...(requestsFor(own)['fillRole']?.body as object),
        into: { roleId: foreign.role, version: 1 },
      }),
    ],
    [
      'editCompetenceMappings',
      'the mapping',
      (_, foreign) => ({ remove: [{ id: foreign.competence.mapping, version: 1 }] }),
    ],
    ['approveRequiredCompetences', 'the role', (_, foreign) => ({ roles: [{ id: foreign.role, version: 1 }] })],
    ['updateTraining', 'the measure', (_, foreign) => ({ measureId: foreign.training.measure })],
    ...(['enrol', 'approveTrainings', 'cancelTrainings', 'completeTrainings'] as const).map(
      (id) =>
        [
          id,
          'the training',
          (own: Scene, foreign: Scene) => ({
            ...(requestsFor(own)[id]?.body as object),
            trainings: [{ id: foreign.training.trainings.planned, version: 1 }],
          }),
        ] as const,
    ),
    [
      'completeTrainings',
      'the evidence',
      (own, foreign) => ({
        on: '2026-03-01',
        trainings: [{ id: own.training.trainings.done, version: 1, evidenceIds: [foreign.evidence[1]] }],
      }),
    ],
    [
      'recordEffect',
      'who checked',
      (own, foreign) => ({ ...(requestsFor(own)['recordEffect']?.body as object), byId: foreign.people[0] }),
    ],
    [
      'createMeasure',
      'the role of its audience',
      (own, foreign) => ({
        ...(requestsFor(own)['createMeasure']?.body as object),
        audience: { everyone: false, roleIds: [foreign.role], units: [], externals: false },
      }),
    ],
    [
      'movePerson',
      'the successor',
      (own, foreign) => ({
        ...(requestsFor(own)['movePerson']?.body as object),
        appointments: [{ appointmentId: own.moved, to: foreign.people[0] }],
        dryRun: false,
      }),
    ],
    [
      'movePerson',
      'the manager',
      (own, foreign) => ({
        ...(requestsFor(own)['movePerson']?.body as object),
        managerId: foreign.people[0],
        dryRun: false,
      }),
    ],
    [
      'recordAbsence',
      'the person',
      (own, foreign) => ({ ...(requestsFor(own)['recordAbsence']?.body as object), personId: foreign.people[0] }),
    ],
    [
      'createUnit',
      'the head',
      (own, foreign) => ({ ...(requestsFor(own)['createUnit']?.body as object), headId: foreign.people[0] }),
    ],
    ['updateUnit', 'the parent', (_, foreign) => ({ parentId: foreign.units[0] })],
    [
      'appoint',
      'the person',
      (own, foreign) => ({ ...(requestsFor(own)['appoint']?.body as object), personId: foreign.people[0] }),
    ],
    [
      'appoint',
      'the role',
      (own, foreign) => ({ ...(requestsFor(own)['appoint']?.body as object), roleId: foreign.role }),
    ],
    [
      'editCells',
      'the role',
      (_, foreign) => ({
        edits: [{ requirementId: 'A.5.2', roleId: foreign.role, personId: null, letters: ['R'], version: null }],
      }),
    ],
    [
      'editCells',
      'the person',
      (_, foreign) => ({
        edits: [{ requirementId: 'A.5.2', roleId: null, personId: foreign.people[0], letters: ['R'], version: null }],
      }),
    ],
    [
      'recordCompensatingControl',
      'the person',
      (own, foreign) => ({
        ...(requestsFor(own)['recordCompensatingControl']?.body as object),
        personId: foreign.people[0],
      }),
    ],
    [
      'createProject',
      'the manager',
      (own, foreign) => ({ ...(requestsFor(own)['createProject']?.body as object), managerId: foreign.people[0] }),
    ],
    [
      'createProject',
      'a member',
      (own, foreign) => ({ ...(requestsFor(own)['createProject']?.body as object), memberIds: [foreign.people[0]] }),
    ],
    ['createActions', 'the owner', (own, foreign) => actionOf(own, { ownerId: foreign.people[0] })],
    ['createActions', 'the project', (own, foreign) => actionOf(own, { projectId: foreign.project })],
    ['editActions', 'the action', (_, foreign) => ({ edits: [{ id: foreign.action, version: 1, state: 'done' }] })],
    [
      'editActions',
      'the owner',
      (own, foreign) => ({ edits: [{ id: own.action, version: 1, ownerId: foreign.people[0] }] }),
    ],
    [
      'endEngagement',
      'the successor',
      (own, foreign) => ({
        to: '2026-06-01',
        handOver: [{ appointmentId: own.appointments[0], personId: foreign.people[0] }],
        lettersTo: null,
        reportsTo: null,
      }),
    ],
    [
      'endEngagement',
      'the appointment',
      (own, foreign) => ({
        to: '2026-06-01',
        handOver: [{ appointmentId: foreign.appointments[0], personId: own.people[0] }],
        lettersTo: null,
        reportsTo: null,
      }),
    ],
    [
      'endEngagement',
      'who takes the letters',
      (_, foreign) => ({ to: '2026-06-01', handOver: [], lettersTo: foreign.people[0], reportsTo: null }),
    ],
    [
      'endEngagement',
      'who takes the reports',
      (_, foreign) => ({ to: '2026-06-01', handOver: [], lettersTo: null, reportsTo: foreign.people[0] }),
    ],
    [
      'endEngagement',
      'who takes the work',
      (_, foreign) => ({
        to: '2026-06-01',
        handOver: [],
        lettersTo: null,
        reportsTo: null,
        workTo: foreign.people[0],
      }),
    ],
  ];
  it.each(smuggled)('gives nothing into the body of %s: %s', async (id, _what, body) => {
    const before = [await home.facts(), await away.facts()];
    const answer = await house.call(routeOf(id), { ...requestsFor(away)[id], body: body(away, home) }, away.owner);
    expect([404, 422]).toContain(answer.status);
    expect(await answer.text()).not.toContain(home.name);
    expect([await home.facts(), await away.facts()]).toEqual(before);
  });

  it('cannot be mapped to in an import', async () => {
    const mapping = JSON.stringify({ CISO: home.role, 'Head of IT': 'ignore', 'HR Manager': 'ignore' });
    const before = await away.facts();
    const answer = await house.call(
      routeOf('importMatrix'),
      {
        path: { organizationId: away.id },
        query: { name: 'm.csv', dryRun: 'false', mapping },
        file: requestsFor(away)['importMatrix']?.file ?? '',
      },
      away.owner,
    );
    expect([404, 422]).toContain(answer.status);
    expect(await away.facts()).toEqual(before);
  });
});

describe('a permission', () => {
  it('is known for every route that may write', () => {
    const writing = inOrganizations.filter(({ method, id }) => method !== 'GET' && !unwriting.includes(id));
    expect(writing.map(({ id }) => id).sort()).toEqual(Object.keys(written).sort());
  });

  it.each(permissions)('of %s opens its own routes and no other', async (permission) => {
    const [mia, max] = [await house.newUser(`Mia ${permission}`), await house.newUser(`Max ${permission}`)];
    const scene = await sceneOf(house, `Erle${permission}`, await house.newUser(`Founder ${permission}`), [mia, max]);
    const user = member(permission);
    await house.join(scene.id, user, permission);
    const before = await scene.facts();
    const closed = inOrganizations.filter((route) => !allowed(route, permission));
    for (const route of closed) {
      const answer = await house.call(route, carried(route, scene), user);
      expect([route.id, answer.status, await answer.json()]).toMatchObject([route.id, 403, { code: 'forbidden' }]);
    }
    expect(await scene.facts()).toEqual(before);
    const others = [...marks(home), ...marks(away)];
    for (const route of inOrganizations.filter((candidate) => allowed(candidate, permission))) {
      const answer = await house.call(route, carried(route, scene), user);
      const text = await answer.text();
      expect([route.id, answer.status, answer.status < 300 ? '' : text]).toEqual([route.id, 200, '']);
      expect(others.filter((mark) => text.includes(mark))).toEqual([]);
    }
  });
});
