import type { Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import type { MercuriusLoaders } from 'mercurius';
import { accessResolvers } from '../../access/graphql.ts';
import type { AppParts } from '../app.ts';
import { scalars } from './scalars.ts';
