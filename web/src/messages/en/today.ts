import type { TodayMessages } from '#lib/messages.ts';

export const today: TodayMessages = {
  title: (day) => `Today, ${day}`,
  toDo: 'To look at',
  calm: 'Nothing is waiting.',
  calmHint: 'Find a person with the box above, or record something that has just happened.',
  unplaced: 'dwellings without a neighbourhood',
  noHead: 'households without a head',
  imports: 'Imports under way',
  ahead: 'Boundary changes ahead',
  from: (day) => `from ${day}`,
  start: 'Start',
  startTerritory: 'Look at neighbourhoods, dwellings, households',
  startPopulation: 'See the population of any day',
  startImport: 'Take in a register from Excel or CSV',
  startDwelling: 'Record a new dwelling',
  warnings: {
    backup_old: 'The last backup is more than a day old',
    backup_missing: 'There is no backup yet',
    service_away: 'A service outside cannot be reached (see Administration → System)',
    projection_behind: 'Figures are being brought up to date slowly',
    projection_stopped: 'Some figures have stopped; tell the administrator',
    recovery_key_unsaved: 'The recovery key has not been put away',
  },
};
