import { Client, DatabaseError } from 'pg';
import { owner } from './cluster.ts';
import { port } from './socket.ts';

/** How to reach the database with `pg`; `host` is the folder of its socket. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export const connectionTo = (socketFolder: string, password: string): Connection => ({
  host: socketFolder,
  port,
  user: owner,
  password,
  database: 'muster',
});

/** Lends `work` a connection of its own. */
async function connected<T>(connection: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...connection, ssl: false, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while nobody waits for an answer must not end the process; the next query reports it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const invalidCatalog = '3D000';
const duplicateDatabase = '42P04';

const hasState = (error: unknown, state: string): boolean => error instanceof DatabaseError && error.code === state;

/** The version the server reports, such as 18.4; makes the database `muster` when it is not there yet. */
export async function openDatabase(connection: Connection): Promise<string> {
  try {
    return await serverVersion(connection);
  } catch (error) {
    if (!hasState(error, invalidCatalog)) throw error;
  }
  await connected({ ...connection, database: 'postgres' }, async (client) => {
    await client.query('create database muster').catch((error: unknown) => {
      if (!hasState(error, duplicateDatabase)) throw error;
    });
  });
  return await serverVersion(connection);
}

const serverVersion = async (connection: Connection): Promise<string> =>
  await connected(connection, async (client) => {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
    return rows[0]?.version.split(' ')[0] ?? '';
  });
