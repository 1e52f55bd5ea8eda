import { dictionary } from '#lib/messages.ts';
import { dossierActsWords } from '#lib/words/dossier-acts.ts';
import type { PageLoad } from './$types';

/** The rows of what is asked for, which two acts of twenty show: the others do not load them. */
const askedPapers = async () => (await import('#lib/dossiers/AskedPapers.svelte')).default;
const askedFees = async () => (await import('#lib/dossiers/AskedFees.svelte')).default;

export const load: PageLoad = async ({ data, parent }) => {
  const { locale } = await parent();
  const [actTexts, AskedPapers, AskedFees] = await Promise.all([
    dictionary(locale, dossierActsWords),
    data.act === 'request-papers' ? askedPapers() : null,
    data.act === 'request-fees' ? askedFees() : null,
  ]);
  return { ...data, actTexts, AskedPapers, AskedFees };
};
