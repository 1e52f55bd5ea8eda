import { openForm } from '#lib/forms/command.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { rowsOfVersion } from '#lib/one-stop/procedure-rows.ts';
import { publish, versionsOf } from '#lib/one-stop/publish.server.ts';
import { procedure } from '#lib/one-stop/schemas.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { newest } = await versionsOf(event, event.params.id);
  const { term, formerLevel, proactiveLevel } = newest;
  const form = await openForm(procedure, {
    ...{ version: newest.version, code: newest.code, validFrom: today(), name: newest.name, matter: newest.matter },
    ...{ fieldName: newest.fieldName, onlineLevel: newest.onlineLevel, partialReason: newest.partialReason ?? '' },
    ...{ formerLevel: formerLevel === null ? '' : String(formerLevel), proactiveLevel: String(proactiveLevel) },
    ...{ termAmount: term?.amount ? String(term.amount) : '', termUnit: term?.unit ?? '' },
    ...{ cutoff: newest.cutoff, onTheSpot: newest.onTheSpot, competence: newest.competence },
    ...{ resultName: newest.resultName ?? '', resultCode: newest.resultCode ?? '' },
    ...{ legalBasis: newest.legalBasis ?? '', decision: newest.decision ?? '', settlement: newest.settlement ?? '' },
  });
  return { newest, form, rows: rowsOfVersion(newest) };
};

export const actions: Actions = { default: publish };
