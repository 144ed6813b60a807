import { type Marketplace, type Site, siteOf } from '../../../rules/engine/sites.ts';

/** IANA time zone of a site; UTC where none is known. */
export function timeZoneOf(marketplace: Marketplace, site: Site): string {
  return siteOf(marketplace, site)?.timeZone ?? 'UTC';
}
