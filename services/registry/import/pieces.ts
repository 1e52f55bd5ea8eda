import { piecesIn } from '../../tables/pieces.ts';

/** The rows of a register as they were read. */
export const { write: writePieces, read: readPieces, each: eachPiece } = piecesIn('app.import_pieces');
