import { signedIn } from '#lib/frame/signed-in.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => signedIn(event);
