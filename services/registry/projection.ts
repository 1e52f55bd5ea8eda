import type { CitizenEvent } from '@nocgia/schemas/events/citizen.ts';
import type { DwellingEvent } from '@nocgia/schemas/events/dwelling.ts';
import type { HouseholdEvent } from '@nocgia/schemas/events/household.ts';
import type { DomainEvent } from '../event-store/log.ts';
import type { Projection } from '../projection/projection.ts';
import { mergedCitizensTable } from './citizen/merged-projection.ts';
import { citizensTable, citizenTouches, foldCitizen } from './citizen/projection.ts';
import {
  foldMoves,
  formerResidentsTable,
  moveTouches,
  unlinkedArrivalsTable,
} from './citizen/life/moves-projection.ts';
import {
  dwellingTouches,
  foldDwelling,
  foldHousehold,
  householdsTable,
  householdTouches,
  placesTable,
} from './household/projection.ts';

const dwellingTypes = ['DwellingRegistered', 'DwellingCorrected', 'DwellingPlaced', 'DwellingWithdrawn'];
const householdTypes = [
  'HouseholdFormed',
  'HouseholdDetailsChanged',
  'HouseholdMemberJoined',
  'HouseholdMemberLeft',
  'HouseholdHeadChanged',
  'HouseholdMoved',
  'HouseholdDissolved',
  'HouseholdSplit',
  'HouseholdJoined',
  'HouseholdStatusGranted',
  'HouseholdStatusEnded',
  'HouseholdWithdrawn',
  'HouseholdMoveTakenBack',
];
const citizenTypes = [
  'CitizenRegistered',
  'CitizenDetailsChanged',
  'ResidenceStarted',
  'ResidenceEnded',
  'ResidenceCorrected',
  'ResidenceRelationChanged',
  'ResidenceRenewed',
  'CitizenDied',
  'AbsenceStarted',
  'AbsenceEnded',
  'MarriageRecorded',
  'MarriageEnded',
  'PolicyStatusGranted',
  'PolicyStatusEnded',
  'CitizenMerged',
  'CitizenAbsorbed',
  'CitizenUnmerged',
  'CitizenReleased',
  'CitizenWithdrawn',
  'CitizenFactsTakenBack',
];
const ofDwelling = new Set(dwellingTypes);
const ofHousehold = new Set(householdTypes);

type Fact =
  | { of: 'dwelling'; fact: DwellingEvent }
  | { of: 'household'; fact: HouseholdEvent }
  | { of: 'citizen'; fact: CitizenEvent };

function factOf(event: DomainEvent): Fact {
  if (ofDwelling.has(event.type)) return { of: 'dwelling', fact: event as DwellingEvent };
  if (ofHousehold.has(event.type)) return { of: 'household', fact: event as HouseholdEvent };
  return { of: 'citizen', fact: event as CitizenEvent };
}

/** Households and citizens, each with the unit in which it lies: one projection, since a roof that moves takes its people along. */
export const peopleProjection: Projection = {
  name: 'people',
  version: 4,
  tables: [
    placesTable,
    householdsTable,
    citizensTable,
    mergedCitizensTable,
    formerResidentsTable,
    unlinkedArrivalsTable,
  ],
  handles: [...dwellingTypes, ...householdTypes, ...citizenTypes],
  *touches(event, rows) {
    const known = factOf(event);
    switch (known.of) {
      case 'dwelling':
        return yield* dwellingTouches(known.fact);
      case 'household':
        return yield* householdTouches(known.fact);
      case 'citizen':
        yield* moveTouches(known.fact, rows);
        return yield* citizenTouches(known.fact, rows);
    }
  },
  fold(event, rows) {
    const known = factOf(event);
    switch (known.of) {
      case 'dwelling':
        return foldDwelling(known.fact, rows);
      case 'household':
        return foldHousehold(known.fact, event.version, rows);
      case 'citizen':
        foldMoves(known.fact, rows);
        return foldCitizen(known.fact, event.version, rows);
    }
  },
};
