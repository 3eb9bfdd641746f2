import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFacts } from '../../src/capabilities/trail/store/facts.ts';
import { pglite, type TestDatabase } from '../factories/database.ts';
import { foundedOrganization, newPerson, steppingClock } from '../factories/organization.ts';

describe('a database that is put back from a copy under a running application', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await pglite.open();
  });
  afterAll(() => database.close());

  it('is believed, not what was kept of the future that is gone', async () => {
    const { id, write } = await foundedOrganization(database.db, steppingClock());
    const facts = openFacts(database.db, 1);
    const names = async (): Promise<readonly string[]> =>
      (await facts.current(id, null)).person.map(({ name }) => name);
    await write([newPerson('Copied')]);
    const { sequence, hash } = (await facts.current(id, null)).trail;
    const lost = [newPerson('Lost'), newPerson('Lost too')];
    await write(lost);
    expect(await names()).toEqual(['Copied', 'Lost', 'Lost too']);

    for (const person of lost) await database.owner.query('delete from person where id = $1', [person.id]);
    await database.owner.query('delete from trail_entry where organization_id = $1 and sequence > $2', [id, sequence]);
    await database.owner.query('update trail_head set sequence = $2, hash = $3 where organization_id = $1', [
      id,
      sequence,
      hash,
    ]);
    expect(await names()).toEqual(['Copied']);

    await write([newPerson('After'), newPerson('After too'), newPerson('And again')]);
    expect(await names()).toEqual(['Copied', 'After', 'After too', 'And again']);
  });
});
