/* Texts such as companies send after an outage. Nothing in them is internal. */

export const ENGLISH = [
  `# Service disruption on 2 November 2026

On Monday, 2 November 2026, between 09:42 and 11:15 UTC (10:42-12:15 CET), about 12.5% of requests to our API returned \`HTTP 503\` errors. We apologise to everybody who was affected: you rely on us, and we let you down.

## What happened

A routine upgrade of our primary database from version 15.4 to 16.1 changed the way in which it plans certain queries. Under Monday's peak load, replicas fell behind by up to 4 minutes, and our load balancers took healthy servers out of rotation.

## Timeline (all times in UTC)

| Time | What |
| --- | --- |
| 09:42 | First errors; our monitoring alerts the on-call engineer within 2 minutes |
| 09:58 | We declare a P0 (SEV-1) incident and post on https://status.example.com/incidents/9x2k1q |
| 10:31:05 | The upgrade is identified as the cause |
| 11:15 | All services restored; error rate below 0.01% |

## What we are doing

1. **Done:** a follow-up release (2.14.3) limits retries with exponential back-off.
2. By mid-December: load tests at 150% of peak traffic, before every upgrade.
3. By Q1-2027: a second, read-only replica in each region.

No data was lost. Orders placed before 09:42 are safe; about 1,200 uploads must be repeated.

If you have questions, write to support@example.com, call +44 20 7946 0958, or follow @acmestatus.

The Acme team`,
  `We want to share more about Tuesday's incident. At 2:07 p.m. ET, a change to our BGP configuration withdrew routes to two of our 14 points of presence. IPv4 and IPv6 traffic in Western Europe was affected for 27 minutes; TLS 1.3 handshakes failed with "connection reset". DNS answers with a TTL of 300 s kept some clients away until 2:50 p.m.

* Why did it take so long? Our roll-back needs access over the same network (a chicken-and-egg problem).
* Was customer data exposed? No. Data is encrypted with AES-256 in transit and at rest, as our SOC 2 and ISO-27001 audits show.
* What about the CVE-2026-12345 announced the same day? It is unrelated.

We'll credit 10x the downtime to all accounts with a 99.95% SLA. See www.example.com/legal/sla-2026#credits for how to apply. Thanks for your patience - Acme Engineering & Customer Support`,
] as const;

export const FRENCH = [
  `# Incident du 2 novembre 2026 : indisponibilité de l’espace client

Le lundi 2 novembre 2026, de 10 h 42 à 12 h 15 (heure de Paris, UTC+1), environ 12,5 % des connexions à l’espace client ont échoué. Nous vous présentons toutes nos excuses.

## Que s’est-il passé ?

Lors d’une mise à jour de notre base de données (version 16.1), une règle mal paramétrée a saturé les serveurs d’authentification. Celle-ci avait été validée en pré-production, mais avec une charge 3 fois moindre : c’est-à-dire sans le pic du lundi matin.

## Chronologie

- **10:42** – premières erreurs « 503 » ; notre astreinte est prévenue en 2 minutes.
- **10:58** – message sur https://status.example.com ; la cellule de crise est réunie.
- **12:15** – retour à la normale, vérifié jusqu’à 13 h.

## Nos engagements

1. D’ici mi-décembre : des tests de charge avant chaque mise à jour (niveau 2 compris).
2. Au T1-2027 : un second site de secours, conforme à la norme ISO-27001 et au RGPD.

Aucune donnée n’a été perdue ni divulguée. Une remise de 5 % sera appliquée aux abonnements, soit 12,90 € au maximum.

Pour toute question : support@example.com ou 01 23 45 67 89, du lundi au vendredi (9 h-18 h).

L’équipe Acme – 12 bis, rue de la Paix, F-75002 Paris`,
  `Bonjour,

Suite à la panne d'hier soir (21h07-22h34), voici ce qu'il faut retenir :
* les paiements par carte (DSP2, 3-D Secure) étaient refusés ; ceux déjà validés n'ont été débités qu'une fois ;
* l'appli mobile (iOS 17 et Android 14, version 4.12.0) affichait « Réessayez plus tard » ;
* vos fichiers, chiffrés en AES-256, n'ont pas été touchés.

La cause : un certificat arrivé à échéance chez l'un de nos prestataires. Peut-être avez-vous reçu un e-mail en double : ignorez-le. Le rapport complet (compte-rendu-2026.pdf) est sur www.example.com/aide/incident-2026-11-02.

Merci de votre confiance. Le service client`,
] as const;
