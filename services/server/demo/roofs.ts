import type { LifeEvent } from '@nocgia/infra/demo/model.ts';

/**
 * Under which roofs something happens, by their indices: what happens under one roof is recorded in its order, what happens under others
 * at the same time. To be asked for every event in order, since people and households move.
 */
export function followRoofs(): (event: LifeEvent) => Set<number> {
  const roofOf: number[] = [];
  const homeOf: number[] = [];
  const settle = (person: number, household: number): void => {
    homeOf[person] = household;
  };
  return (event) => {
    const roofs = new Set<number>();
    const household = (index: number | undefined): void => {
      const roof = index === undefined ? undefined : roofOf[index];
      if (roof !== undefined) roofs.add(roof);
    };
    const person = (index: number): void => household(homeOf[index]);
    if ('person' in event) person(event.person);
    if ('spouse' in event) person(event.spouse);
    if ('household' in event) household(event.household);
    if ('dwelling' in event && event.dwelling !== null) roofs.add(event.dwelling);
    switch (event.type) {
      case 'form':
        roofOf[event.household] = event.dwelling;
        break;
      case 'arrival':
      case 'birth':
      case 'move':
        settle(event.person, event.household);
        household(event.household);
        break;
      case 'moveHousehold':
        roofOf[event.household] = event.dwelling;
        break;
      case 'split':
        roofOf[event.newHousehold] = event.dwelling ?? roofOf[event.household] ?? 0;
        for (const one of [event.person, ...event.relations.map(([index]) => index)]) settle(one, event.newHousehold);
        break;
      case 'unite':
        household(event.into);
        for (const [index] of event.relations) settle(index, event.into);
        break;
      default:
    }
    return roofs;
  };
}
