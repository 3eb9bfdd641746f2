import { describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import { openApi } from '../../src/platform/http/openapi.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: object;
  }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly security: readonly object[];
}

const description = JSON.parse(JSON.stringify(openApi(allRoutes))) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const find = (id: string): Operation | undefined =>
  operations.find(({ operation }) => operation.operationId === id)?.operation;

const within = (value: unknown, visit: (part: object) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  visit(value);
  for (const part of Object.values(value)) within(part, visit);
};

describe('the description of the API', () => {
  it('is OpenAPI 3.1 that has every route once', () => {
    expect(description.openapi).toBe('3.1.0');
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      allRoutes.map(({ id }) => id).sort(),
    );
    for (const { operation } of operations) {
      expect(operation.summary).not.toBe('');
      for (const answer of Object.values(operation.responses)) expect(answer.description).not.toBe('');
      expect(operation.responses['200']).toBeDefined();
    }
  });

  it('names every parameter of a path, and none twice', () => {
    for (const { path, operation } of operations) {
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.filter(({ required }) => !required)).toEqual([]);
      const all = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('refers to nothing that is not there', () => {
    within(description, (part) => {
      const reference: unknown = Reflect.get(part, '$ref');
      const target = (typeof reference === 'string' ? reference : '#')
        .split('/')
        .slice(1)
        .reduce<unknown>((place, name) => Reflect.get(place as object, name), description);
      expect([reference, target]).not.toEqual([reference, undefined]);
    });
  });

  it('tells what a row is, what a writer must send and what may go wrong', () => {
    const update = find('updatePerson');
    expect(update).toMatchObject({
      security: [{ session: [] }],
      responses: {
        '200': {
          content: {
            'application/json': {
              schema: {
                properties: {
                  id: { type: 'string', format: 'uuid' },
                  version: { type: 'integer' },
                  from: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
                },
              },
            },
          },
        },
      },
    });
    expect(Object.keys(update?.responses ?? {})).toEqual(['200', '401', '403', '404', '409', '413', '422', '503']);
    expect(update?.parameters.map(({ name, required }) => [name, required])).toEqual([
      ['organizationId', true],
      ['personId', true],
      ['If-Match', true],
      ['Idempotency-Key', false],
    ]);
    expect(find('setupState')).toMatchObject({ security: [], parameters: [] });
  });
});
