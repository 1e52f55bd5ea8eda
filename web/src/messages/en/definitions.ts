import type { DefinitionMessages } from '#lib/messages.ts';

const own = 'Rule of this system';

export const definitions: DefinitionMessages = {
  'population.permanent': {
    title: 'Permanent',
    version: '2',
    text: 'People whose permanent residence lies in the unit at the end of the chosen day. Each counts once; merged duplicates are one person, and what was recorded in error and withdrawn does not count.',
    source: 'Law on Residence 2020, Articles 2(8), 20',
  },
  'population.temporary': {
    title: 'Temporary',
    version: '2',
    text: 'People with a valid temporary residence in the unit at the end of the chosen day. From the day after its last day it no longer counts.',
    source: 'Law on Residence 2020, Articles 2(9), 27',
  },
  'population.present': {
    title: 'Present',
    version: '2',
    text: 'Permanent residents, less those temporarily absent, plus temporary residents whose permanent residence is in another unit. Whoever has both in the same unit counts once.',
    source: own,
  },
  absent: {
    title: 'Temporarily absent',
    version: '1',
    text: 'Permanent residents of the unit who declared an absence, from its day until they return or the declared last day is over.',
    source: 'Law on Residence 2020, Article 31',
  },
  households: {
    title: 'Households',
    version: '1',
    text: 'Households in which at least one person has a permanent or temporary residence in the unit on that day; once, however many live there.',
    source: own,
  },
  dwellings: {
    title: 'Dwellings',
    version: '1',
    text: 'Dwellings recorded in the unit on that day, whether or not somebody lives there.',
    source: own,
  },
  age: {
    title: 'Age',
    version: '1',
    text: 'Whole years on the very day. Where only the year of birth is known it counts as 1 July, where only the month, as the 15th. Who has no known year is not in the pyramid.',
    source: own,
  },
  ethnicity: {
    title: 'Ethnicity',
    version: '1',
    text: 'The people counted by the chosen headcount, by recorded ethnicity; “not known” is not recorded.',
    source: 'List of ethnic groups of Viet Nam (Decision 121-TCTK/PPCĐ)',
  },
  'policy-status': {
    title: 'Policy status of people',
    version: '1',
    text: 'The people counted who hold a policy status in force on that day. One person may hold several, so that the rows may add up to more than the people.',
    source: 'Ordinance 02/2020/UBTVQH14; Decrees 20/2021/NĐ-CP, 176/2025/NĐ-CP',
  },
  'household-status': {
    title: 'Policy status of households',
    version: '1',
    text: 'Households lived in within the unit that hold the status on that day.',
    source: 'Decrees 07/2021/NĐ-CP, 351/2025/NĐ-CP',
  },
  eid: {
    title: 'Electronic identity',
    version: '1',
    text: 'Of the people aged 14 or older on that day: how many have an account of level 2, of level 1, and none. A level holds from the recorded day of issue, else from the day it was recorded. By household: those in which at least one person has level 2, and those in which everybody of 14 and older has, out of the households with such people. By group, a household counts in each group that it has people of, by these people.',
    source: 'Decree 69/2024/NĐ-CP',
  },
  movement: {
    title: 'Movement',
    version: '1',
    text: 'Opening is the figure at the end of the day before the period. Each change stands at the day it happened, by its cause; opening and causes make closing. The period before is as long as this one and ends right before it.',
    source: own,
  },
  known: {
    title: 'Known at',
    version: '1',
    text: 'A figure rests only on what had been recorded up to a position of the log, or by the end of a day. The same question at the same position always gives the same figure.',
    source: own,
  },
  boundaries: {
    title: 'Boundaries',
    version: '1',
    text: '“Of that day”: who was in the unit under the boundaries of the chosen day. “Of today”: who then lived in what is the unit now.',
    source: own,
  },
};
