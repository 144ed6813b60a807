/**
 * Ids of rules that no longer exist, with the day they went. An id is never used again for another rule, so that a
 * settings file or an ignored finding of long ago cannot mean something else today. A settings file that names one is
 * refused with the reason that the check was retired, instead of "there is no such check".
 */
export const retiredRules: ReadonlyMap<string, { readonly since: string }> = new Map();
