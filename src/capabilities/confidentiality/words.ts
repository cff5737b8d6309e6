const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    public: 'warned that the issue can be read',
  },
  confidentiality: {
    ask: 'Confidential: keep what you know out of this issue.',
    public: 'This repository is public: anybody can read the issue itself, and its history.',
    private: 'Everybody who can read this repository can read the issue itself, and its history.',
    move: (url: string) => `Go on [in private](${url}). An admin can delete the issue.`,
    moveAnywhere: 'Go on in private, outside of this repository. An admin can delete the issue.',
    rewritten: 'What Tocsin had written before was deleted and written anew without details.',
    postMortem: (number: number) =>
      `Its post-mortem #${number} was opened before and cannot be deleted by an Action: an admin must.`,
    opened: 'Tocsin opened this issue from an alert, whose text it holds: only an admin can delete that.',
    why: 'its category is confidential',
    whyDelete: 'it was written before the incident was known to be confidential',
    hidden: 'confidential',
  },
  confidentialityCard: {
    line: 'This incident is confidential: nothing of what it says is repeated here.',
    withheld: 'not repeated here',
  },
};

const fr: typeof en = {
  told: {
    public: 'avertissement : le ticket est lisible',
  },
  confidentiality: {
    ask: 'Confidentiel : n’écrivez pas dans ce ticket ce que vous savez.',
    public: 'Ce dépôt est public : tout le monde peut lire le ticket lui-même, et son historique.',
    private: 'Tous ceux qui lisent ce dépôt peuvent lire le ticket lui-même, et son historique.',
    move: (url) => `Continuez [en privé](${url}). Un administrateur peut supprimer le ticket.`,
    moveAnywhere: 'Continuez en privé, hors de ce dépôt. Un administrateur peut supprimer le ticket.',
    rewritten: 'Ce que Tocsin avait écrit a été supprimé puis réécrit sans détails.',
    postMortem: (number) =>
      `Son post-mortem #${number} a été ouvert avant, et une Action ne peut pas le supprimer : un administrateur doit le faire.`,
    opened:
      'Tocsin a ouvert ce ticket à partir d’une alerte, dont il contient le texte : seul un administrateur peut le supprimer.',
    why: 'sa catégorie est confidentielle',
    whyDelete: 'c’était écrit avant que l’incident soit connu comme confidentiel',
    hidden: 'confidentiel',
  },
  confidentialityCard: {
    line: 'Cet incident est confidentiel : rien de ce qu’il dit n’est répété ici.',
    withheld: 'non répété ici',
  },
};

export const confidentialityWords = { en, fr };
