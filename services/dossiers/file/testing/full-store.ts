import { relative } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** A file store without room, which says so truly: every write to /dev/full ends with ENOSPC. */
export function fullStore(folder: string): Disk {
  class FullDriver extends FSDriver {
    override putStream(_: string, contents: Readable) {
      return super.putStream(relative(folder, '/dev/full'), contents);
    }
  }
  return new Disk(new FullDriver({ location: folder, visibility: 'private' }));
}
