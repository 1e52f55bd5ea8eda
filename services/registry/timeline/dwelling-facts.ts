import type { DwellingEvent } from '@nocgia/schemas/events/dwelling.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import { given, paper, text } from './fields.ts';
import type { RawEntry, RawField } from './timeline.ts';

/** A dwelling's history, oldest first; an address is nobody's secret, a paper is as guarded as where somebody lives. */
export function dwellingFacts(events: readonly RecordedEvent[]): RawEntry[] {
  const known = new Map<string, string | null>();
  return events.map((event) => {
    const fact: DwellingEvent = { type: event.type, data: event.data } as DwellingEvent;
    const unit = (name: string, code: string | null): RawField =>
      code === null ? { name, value: null } : { name, value: code, ref: { kind: 'unit', id: code } };
    const address = (values: object): RawField[] =>
      Object.entries(values)
        .filter(([name]) => ['houseNumber', 'oldNumber', 'street', 'kind', 'point'].includes(name))
        .map(([name, value]) => {
          const shown = name === 'point' ? pointText(value) : text(value);
          const before = known.get(name) ?? null;
          known.set(name, shown);
          return { name, value: shown, before };
        });
    switch (fact.type) {
      case 'DwellingRegistered':
        return {
          event,
          fields: given([
            unit('ward', fact.data.ward),
            unit('neighbourhood', fact.data.neighbourhood),
            ...address(fact.data),
          ]),
        };
      case 'DwellingCorrected':
        return { event, fields: given(address(fact.data.changes)) };
      case 'DwellingConfirmed':
        return { event, fields: given([{ name: 'method', value: fact.data.method }, ...paper(fact.data.evidence)]) };
      case 'DwellingWithdrawn':
        return { event, fields: [] };
      case 'DwellingPlaced': {
        const { neighbourhood, cause, changeId } = fact.data;
        const change: RawField[] =
          changeId === null
            ? []
            : [{ name: 'boundaryChange', value: null, ref: { kind: 'boundary_change', id: changeId } }];
        return { event, fields: [unit('neighbourhood', neighbourhood), { name: 'cause', value: cause }, ...change] };
      }
    }
  });
}

function pointText(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('lon' in value) || !('lat' in value)) return null;
  return `${String(value.lat)}, ${String(value.lon)}`;
}
