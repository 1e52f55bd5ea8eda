import { matterNumber } from '@nocgia/schemas/code-lists/matters.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { RatingEvent, RatingVia } from '@nocgia/schemas/events/rating.ts';
import type { Projection, Table } from '../../projection/projection.ts';
import { emptyTally, isSatisfied, withAnswer, type Histogram, type Tally } from './score.ts';

/** A row of `view.ratings`: the answer about one dossier. */
export type RatingRow = {
  dossier_id: string;
  ward: number;
  matter: number;
  procedure_id: string;
  officer: string | null;
  via: RatingVia;
  counter: string | null;
  month: string;
  rated_at: string;
  marks: Readonly<Record<string, number>>;
  satisfied: boolean;
  comment: string | null;
};

/** Whose answers a tally counts. `subject`: id of the officer or procedure; empty for the ward, and for answers that count for no officer. */
export type TallyOf = 'ward' | 'officer' | 'procedure';

/** A row of `view.rating_tallies`: one month of the ward, of an officer, of a procedure. */
export type RatingTallyRow = {
  ward: number;
  month: string;
  of: TallyOf;
  subject: string;
  answers: number;
  satisfied: number;
  marks: Readonly<Record<string, Histogram>>;
};

const ratings: Table = {
  name: 'ratings',
  columns: {
    dossier_id: { type: 'uuid' },
    ward: { type: 'int' },
    matter: { type: 'int' },
    procedure_id: { type: 'uuid' },
    officer: { type: 'uuid', nullable: true },
    via: { type: 'text' },
    counter: { type: 'text', nullable: true },
    month: { type: 'text_c' },
    rated_at: { type: 'timestamptz', trace: false },
    marks: { type: 'jsonb' },
    satisfied: { type: 'boolean' },
    comment: { type: 'text', nullable: true },
  },
  key: ['dossier_id'],
  lookups: [],
  indexes: [
    '(ward, rated_at, dossier_id)',
    '(officer, rated_at) where officer is not null',
    '(procedure_id, rated_at)',
  ],
  policy: { by: 'ward', ward: 'ward' },
};

const tallies: Table = {
  name: 'rating_tallies',
  columns: {
    ward: { type: 'int' },
    month: { type: 'text_c' },
    of: { type: 'text_c' },
    subject: { type: 'text_c' },
    answers: { type: 'int' },
    satisfied: { type: 'int' },
    marks: { type: 'jsonb' },
  },
  key: ['ward', 'month', 'of', 'subject'],
  lookups: [],
  indexes: [],
  policy: { by: 'ward', ward: 'ward' },
};

type Rated = Extract<RatingEvent, { type: 'ServiceRated' }>['data'];

/** The tallies that an answer counts in, by the rest of their key. */
function countedIn({ officer, procedureId }: Rated): [TallyOf, string][] {
  return [
    ['ward', ''],
    ['officer', officer ?? ''],
    ['procedure', procedureId],
  ];
}

const monthOf = (at: string): string => dayInVietnam(new Date(at)).slice(0, 7);
const rated = (event: { data: object }): Rated => event.data as Rated;

/** What citizens said of the service they had: each answer, and its tallies by month. */
export const ratingsProjection: Projection = {
  name: 'ratings',
  version: 1,
  tables: [ratings, tallies],
  handles: ['ServiceRated'],
  *touches(event) {
    const data = rated(event);
    yield { table: 'ratings', key: [data.dossierId] };
    for (const [of, subject] of countedIn(data))
      yield { table: 'rating_tallies', key: [unitNumber(data.ward), monthOf(data.occurredAt), of, subject] };
  },
  fold(event, rows) {
    const data = rated(event);
    const { dossierId, procedureId, officer, via, counter, marks, comment = null, occurredAt } = data;
    const ward = unitNumber(data.ward);
    const month = monthOf(occurredAt);
    const row: RatingRow = {
      ...{ dossier_id: dossierId, ward, matter: matterNumber(data.matter), procedure_id: procedureId },
      ...{ officer, via, counter, month, rated_at: occurredAt, marks, satisfied: isSatisfied(marks), comment },
    };
    rows.put('ratings', row);
    for (const [of, subject] of countedIn(data)) {
      const before: Tally = rows.get<RatingTallyRow>('rating_tallies', ward, month, of, subject) ?? emptyTally;
      const after: RatingTallyRow = { ward, month, of, subject, ...withAnswer(onlyTally(before), marks) };
      rows.put('rating_tallies', after);
    }
  },
};

const onlyTally = ({ answers, satisfied, marks }: Tally): Tally => ({ answers, satisfied, marks });
