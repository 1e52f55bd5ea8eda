import { matters } from '@nocgia/schemas/code-lists/matters.ts';
import { read } from '#lib/api/client.server.ts';
import { PublicProceduresDocument, PublicWardsDocument } from '#lib/api/generated.ts';
import type { PageServerLoad } from './$types';

/** Procedures shown at most; one more is asked for, to know that there are more. */
const MOST = 100;

/** What the posters' codes lead to: `?ward=`, `?matter=`; `q` are words of a procedure's name or its code, nobody's. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const { publicWards: wards } = await read(event, PublicWardsDocument, {});
  const named = searchParams.get('ward');
  const ward = wards.find((one) => one.ward === named) ?? (wards.length === 1 ? wards[0] : undefined) ?? null;
  const text = (searchParams.get('q') ?? '').slice(0, 100);
  const matter = matters.find(({ code }) => code === searchParams.get('matter'))?.code ?? null;
  if (!ward) return { wards, ward, text, matter, procedures: [], more: false };
  const { publicProcedures } = await read(event, PublicProceduresDocument, { ward: ward.ward, text, matter });
  return {
    wards,
    ward,
    text,
    matter,
    procedures: publicProcedures.slice(0, MOST),
    more: publicProcedures.length > MOST,
  };
};
