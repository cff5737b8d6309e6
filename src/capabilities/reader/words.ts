const en = {
  shortZone: (place: string, zone: string, region: string | null) =>
    `${place}: \`${zone}\` is an abbreviation, which may be a fixed offset without summer time; name a region, ${region === null ? 'such as `Europe/Paris`' : `here probably \`${region}\``}`,
  fixedZone: (place: string, zone: string) =>
    `${place}: \`${zone}\` is a fixed offset, without summer time; name a region, such as \`Europe/Paris\``,
};

const fr: typeof en = {
  shortZone: (place, zone, region) =>
    `${place} : \`${zone}\` est une abréviation, peut-être un décalage fixe sans heure d’été ; nommez une région, ${region === null ? 'par exemple `Europe/Paris`' : `ici sans doute \`${region}\``}`,
  fixedZone: (place, zone) =>
    `${place} : \`${zone}\` est un décalage fixe, sans heure d’été ; nommez une région, par exemple \`Europe/Paris\``,
};

export const readerWords = { en, fr };
