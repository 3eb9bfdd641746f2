import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import type { Entity } from '../../kernel/entity.ts';
import {
  idSchema,
  type AcknowledgementId,
  type CampaignId,
  type EvidenceId,
  type PersonId,
  type UserId,
} from '../../kernel/id.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';
import { monthsSchema } from '../competence/model.ts';
import { audienceSchema } from '../training/model.ts';

/** The three things that 7.3 a) to c) ask people to be aware of, and what an organization adds. */
export const awarenessTopics = ['policy', 'contribution', 'consequences', 'other'] as const;
export type AwarenessTopic = (typeof awarenessTopics)[number];

export const campaignStates = ['draft', 'open', 'closed'] as const;

/** A message or document that an audience reads and acknowledges, or answers questions about. */
export const campaignFields = z.strictObject({
  title: lineSchema(200),
  message: proseSchema(20_000),
  link: z
    .url({ protocol: /^https?$/, error: 'Expected an address that begins with https://.' })
    .max(500)
    .nullable(),
  /** A document to read. */
  evidenceId: idSchema<EvidenceId>().nullable(),
  topics: z.array(z.enum(awarenessTopics)).max(4),
  audience: audienceSchema,
  from: plainDateSchema,
  due: plainDateSchema,
  state: z.enum(campaignStates),
  questions: z
    .array(
      z.strictObject({
        question: lineSchema(400),
        options: z.array(lineSchema(300)).min(2, 'At least two answers to choose from.').max(6),
        /** Place of the right one, from 0. */
        answer: z.int().min(0).max(5),
      }),
    )
    .max(20)
    .refine((all) => all.every(({ options, answer }) => answer < options.length), 'The right answer is none of them.'),
  /** Share of right answers that passes, 0 to 1. */
  passShare: z.number().min(0).max(1),
  remindDays: z.int().min(1).max(90).nullable(),
  repeatMonths: monthsSchema.nullable(),
});
export type CampaignFields = z.output<typeof campaignFields>;
export type Campaign = Entity<CampaignId, CampaignFields>;

/** Somebody of the audience has read it, and passed its questions where it has some. */
export const acknowledgementFields = z.strictObject({
  campaignId: idSchema<CampaignId>(),
  personId: idSchema<PersonId>(),
  on: plainDateSchema,
  score: z.strictObject({ right: z.int().min(0), of: z.int().min(1) }).nullable(),
  /** The account that acknowledged; another account than the person's records it for them, such as from a signed list. */
  userId: idSchema<UserId>().nullable(),
});
export type AcknowledgementFields = z.output<typeof acknowledgementFields>;
export type Acknowledgement = Entity<AcknowledgementId, AcknowledgementFields>;
