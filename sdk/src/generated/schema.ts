// Generated from openapi.json by scripts/generate.mjs.
export interface paths {
    readonly "/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What was sent, newest first, each with the answer it got
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getEvents"];
        readonly put?: never;
        /**
         * Take one event or up to 500, decide them in order and answer each
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postEvents"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/events/dry-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What the events would lead to; nothing is stored
         * @description Needs a secret key with scope `read`.
         */
        readonly post: operations["postEventsDryRun"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/events/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A stored event and the answer it got
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getEventsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Find customers by any word of a name, e-mail, the last digits of a phone, code or external id; all by age without `q`
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomers"];
        readonly put?: never;
        /**
         * Add somebody the shop has no id of yet, by e-mail or phone; who is known by them already is that customer
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postCustomers"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A customer with balances, memberships, codes and counts
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersId"];
        /**
         * Make a customer or add what is known of one
         * @description Needs a secret key with scope `write`.
         */
        readonly put: operations["putCustomersId"];
        readonly post?: never;
        /**
         * Erase the personal data of a customer; orders and ledger stay without it
         * @description Needs a secret key with scope `write`.
         */
        readonly delete: operations["deleteCustomersId"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Everything kept about a customer, for a request under data protection law
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/story": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Everything that happened with a customer and with the friends they brought, newest first, told in words
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdStory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/wishes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What a customer asked for: never to be asked to invite anybody
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdWishes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Keep what a customer asked for, as when they say it on the phone
         * @description Needs a secret key with scope `write`.
         */
        readonly patch: operations["patchCustomersIdWishes"];
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/entries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Every movement of value of a customer, newest first, each with its cause
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/rewards": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What a customer earned, oldest first unless asked otherwise
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdRewards"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/referrals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whom a customer referred, newest first; with `as=friend` who referred them, programme by programme
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdReferrals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/adjustments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add to a balance or take from it by hand
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postCustomersIdAdjustments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/merge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Merge another customer into this one: lots, debts, referrals and codes move
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postCustomersIdMerge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/memberships": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Join a programme; with `actor` staff enrols the customer
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postCustomersIdMemberships"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Pause, resume, leave or block a membership; blocking and unblocking need staff
         * @description Needs a secret key with scope `write`.
         */
        readonly patch: operations["patchCustomersIdMemberships"];
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a customer a code: a generated one, or the one asked for
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postCustomersIdCodes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/codes/{id}/retire": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take a code back for good: its link and cards stop working, what it brought stays, nobody gets it again
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postCodesIdRetire"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Programmes, oldest first
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getPrograms"];
        readonly put?: never;
        /**
         * Keep a new programme as a draft, from a document or a template; every reason why it cannot work is told at once
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postPrograms"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A programme with all its versions
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getProgramsId"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a programme that was never published, with its drafts and its goal
         * @description Needs a secret key with scope `admin`.
         */
        readonly delete: operations["deleteProgramsId"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Keep a new version as a draft
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postProgramsIdVersions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/versions/{number}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Replace the document of a draft version
         * @description Needs a secret key with scope `admin`.
         */
        readonly put: operations["putProgramsIdVersionsNumber"];
        readonly post?: never;
        /**
         * Delete a draft version; what is published, and the other versions, stay
         * @description Needs a secret key with scope `admin`.
         */
        readonly delete: operations["deleteProgramsIdVersionsNumber"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/versions/{number}/publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Publish a version and enrol whoever its conditions name; publishing it again changes nothing
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postProgramsIdVersionsNumberPublish"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop granting from now on; referrals started before survive
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postProgramsIdPause"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End the pause now
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postProgramsIdResume"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End the programme for good
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postProgramsIdEnd"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/enrol": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Evaluate automatic enrolment over all customers and all their history
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postProgramsIdEnrol"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Today, what is owed and when it ends, and the last 30 days from invitation to a friend who counts
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getOverview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/queues": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How much waits for a person, queue by queue
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getQueues"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/queues/low-stock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Perks of which no more are left than their programme warns of
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getQueuesLowStock"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/templates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Programmes ready to be published, with sizes proposed from the business’s own orders and the reason for each default
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getTemplates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/lint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What is unwise in a document: each check with its reason, its evidence and its cost; nothing is stored
         * @description Needs a secret key with scope `read`.
         */
        readonly post: operations["postProgramsLint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/versions/{number}/advice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What is to be said of a version today: what its publication must answer
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getProgramsIdVersionsNumberAdvice"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/calculators/multi-level": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Why several levels are not built: what they would pay of the margin, with the arithmetic
         * @description Needs a secret key with scope `read`.
         */
        readonly post: operations["postCalculatorsMultiLevel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/calculators/worst-case": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The most one order can give away over rules, tiers and stacked coupons, against the margin
         * @description Needs a secret key with scope `read`.
         */
        readonly post: operations["postCalculatorsWorstCase"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/checklist": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What is left between an empty installation and a programme that works, worked out from what is there
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getChecklist"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/checklist/{item}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that something outside is done: a back-up made another way, nothing to import, no mail wanted
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postChecklistItem"];
        /**
         * Take back what was said of an item
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly delete: operations["deleteChecklistItem"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/numbers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How many people and rewards a programme holds now: what a pause or an end touches
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getProgramsIdNumbers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/trial-orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The last 20 paid orders, newest first: what a version can be tried on
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getProgramsIdTrialOrders"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/versions/{number}/trial": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What this version would have made of a past order, beside what was made of it; nothing is stored
         * @description Needs a secret key with scope `read`.
         */
        readonly post: operations["postProgramsIdVersionsNumberTrial"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/goal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the programme is to reach, and how far it is; null without a goal
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getProgramsIdGoal"];
        /**
         * Set what the programme is to reach by when; counting begins now unless the metric stays
         * @description Needs a secret key with scope `admin`.
         */
        readonly put: operations["putProgramsIdGoal"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/terms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The terms of a programme, made of its document, with the hash a member accepts
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getProgramsIdTerms"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/terms/{textHash}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The text behind a hash that a member accepted, as it was then
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getTermsTextHash"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/memberships/{programId}/terms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Keep a member’s yes to the terms of a version; again changes nothing
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postCustomersIdMembershipsProgramIdTerms"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/texts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What a document says in words: the offer, each rule, the terms; nothing is stored
         * @description Needs a secret key with scope `read`.
         */
        readonly post: operations["postProgramsTexts"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/memberships/{programId}/tier/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept an invitation to a tier with the terms of partners; the member enters it at once
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postCustomersIdMembershipsProgramIdTierAccept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/memberships/{programId}/tier/invite": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Invite a member to a tier whatever its conditions say; they enter by accepting its terms
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postCustomersIdMembershipsProgramIdTierInvite"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/versions/{number}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Who would move from tier to tier if this version were in force now; changes nothing
         * @description Needs a secret key with scope `read`.
         */
        readonly post: operations["postProgramsIdVersionsNumberPreview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/checkout/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What an order about to be placed gets now: discounts per line, gift, delivery, credit, or why not
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postCheckoutCheck"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reservations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Set part of a balance aside for a checkout until a deadline
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postReservations"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reservations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A reservation and its state
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getReservationsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reservations/{id}/capture": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Spend what is reserved; again changes nothing
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postReservationsIdCapture"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reservations/{id}/void": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give back what is reserved; again changes nothing
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postReservationsIdVoid"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/coupons/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A coupon and its state
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCouponsCode"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/coupons/{code}/release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a reserved coupon back, as when a checkout is left
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postCouponsCodeRelease"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rewards": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Rewards of the business, oldest first
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getRewards"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rewards/decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve, deny or hand over many rewards; each succeeds or fails by itself
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postRewardsDecide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rewards/{id}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End the reasons only a person can end; dates still count
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postRewardsIdApprove"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rewards/{id}/deny": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse a held reward for good
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postRewardsIdDeny"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rewards/{id}/deliver": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that a gift or access was handed over
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postRewardsIdDeliver"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/perks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What a customer holds of perks, oldest first
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdPerks"];
        readonly put?: never;
        /**
         * Take a perk that the member’s tier lists
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postCustomersIdPerks"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rewards/{id}/choose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Choose one perk of those a reward offers, once
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postRewardsIdChoose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/access/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * May this person enter now? 403 says why not, and from when
         * @description Needs a secret key with scope `read`.
         */
        readonly post: operations["postAccessCheck"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/access/redeem": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Use an invitation up: the first one gets in
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postAccessRedeem"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/perks/{perk}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Stock, cost and use of a perk, and who joined because of it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getProgramsIdPerksPerk"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/perks/{perk}/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Members entitled to a perk now, as for an announcement list
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getProgramsIdPerksPerkMembers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/donations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What was given away, by month and recipient, as the ledger has it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getProgramsIdDonations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/programs/{id}/perks/{perk}/codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Fill a pool of codes; they are handed out in this order
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postProgramsIdPerksPerkCodes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/payee": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who is paid; numbers are shown by their last four characters
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdPayee"];
        /**
         * Say who is paid in cash: type, country, tax and bank data. Nothing is paid without them
         * @description Needs a secret key with scope `write`.
         */
        readonly put: operations["putCustomersIdPayee"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payouts/register": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The register for the bank: approved payouts with the payees’ names, tax and bank data
         * @description Needs a secret key with scope `admin`.
         */
        readonly get: operations["getPayoutsRegister"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payouts/tax-years": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * People whose gifts and cash of a year are near their threshold or over it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getPayoutsTaxYears"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payouts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Payouts, oldest first
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getPayouts"];
        readonly put?: never;
        /**
         * Propose to pay out what commissions of a programme brought; the value is set aside
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postPayouts"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payouts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A payout and its state
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getPayoutsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/payable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What commissions brought and can be proposed for a payout now, programme by programme
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdPayable"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payouts/{id}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve a payout somebody else proposed
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postPayoutsIdApprove"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payouts/{id}/reject": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reject a proposed payout; the value goes back
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postPayoutsIdReject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payouts/{id}/paid": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that the bank has paid an approved payout
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postPayoutsIdPaid"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payouts/{id}/failed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that the bank has returned an approved payout; the value goes back
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postPayoutsIdFailed"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/statement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A customer’s money account of a period: opening, every movement with its cause, closing
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdStatement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/statement.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The same as a table
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdStatementCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register a lead before it orders: who was referred, and by whom
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postReferrals"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A referral and its state
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getReferralsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/referrer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say who brought a customer to a programme: both sides are decided anew, whatever was decided before
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postCustomersIdReferrer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a referral to the right referrer: both sides are reversed and granted anew
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postReferralsIdCorrect"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/reviews": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Referrals for a person to look at: a random share of those with a paid order; it holds nothing up
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getReferralsReviews"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/referrals/{id}/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Note what a person found about a referral; again to correct it
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postReferralsIdReview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * An order as it is known, with payments and refunds
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getOrdersId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/explanation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Why the order earned what it earned: every rule looked at, event by event
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getOrdersIdExplanation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/claims": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A friend page keeps who opened it; the answer never tells whether the code or the person is known
         * @description Takes any key, also a publishable one. Throttled.
         */
        readonly post: operations["postClaims"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/offers/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What a friend gets with a code, in both languages
         * @description Takes any key, also a publishable one. Throttled.
         */
        readonly get: operations["getOffersCode"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/introduction": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How the page of a customer’s link names them, and their words
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdIntroduction"];
        /**
         * Keep how a customer lets themselves be named on the page of their link
         * @description Needs a secret key with scope `write`.
         */
        readonly put: operations["putCustomersIdIntroduction"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/introduction": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How the page of my link names me, and my words
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetIntroduction"];
        /**
         * Choose how the page of my link names me; nothing is shown before
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly put: operations["putCabinetIntroduction"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/offer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether to ask the member now to invite a friend, and with which words
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetOffer"];
        readonly put?: never;
        /**
         * The offer was put before the member’s eyes: counted by day, without a name
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly post: operations["postCabinetOffer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/self-check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the shop’s pages and orders reach us: what was seen last, and when
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getSelfCheck"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/tenant": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The business of the key and its settings
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getTenant"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change settings of the business; what is absent stays
         * @description Needs a secret key with scope `admin`.
         */
        readonly patch: operations["patchTenant"];
        readonly trace?: never;
    };
    readonly "/v1/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The keys of the business, without their secrets
         * @description Needs a secret key with scope `admin`.
         */
        readonly get: operations["getKeys"];
        readonly put?: never;
        /**
         * Make a key; its text is shown in this answer only
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postKeys"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/keys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke a key; it stops within a second everywhere
         * @description Needs a secret key with scope `admin`.
         */
        readonly delete: operations["deleteKeysId"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/staff": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * People of the business
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getStaff"];
        readonly put?: never;
        /**
         * Invite a person; the link works once, for seven days
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postStaff"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/staff/{id}/invite": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A new link for somebody invited who has not been here yet; the one before stops working
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postStaffIdInvite"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/staff/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a person’s role, or end their access at once
         * @description Needs a secret key with scope `admin`.
         */
        readonly patch: operations["patchStaffId"];
        readonly trace?: never;
    };
    readonly "/v1/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What people changed outside the event log, newest first; each entry is chained to the one before
         * @description Needs a secret key with scope `admin`.
         */
        readonly get: operations["getAudit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the audit log is as it was written: the hash of each entry is worked out anew
         * @description Needs a secret key with scope `admin`.
         */
        readonly get: operations["getAuditCheck"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/console/setup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether there is an owner already: then the printed link has done its work
         * @description Needs no key. Throttled.
         */
        readonly get: operations["getConsoleSetup"];
        readonly put?: never;
        /**
         * The first person of a fresh installation, by the link its first start printed
         * @description Needs no key. Throttled.
         */
        readonly post: operations["postConsoleSetup"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/console/sign-in": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign in with e-mail and password, and a code where one is set up
         * @description Needs no key. Throttled.
         */
        readonly post: operations["postConsoleSignIn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/console/accept-invite": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Set the password an invitation asks for, end every other session, and sign in
         * @description Needs no key. Throttled.
         */
        readonly post: operations["postConsoleAcceptInvite"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/console/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who is signed in, and what they may do
         * @description Needs the cookie of a person signed in to the console.
         */
        readonly get: operations["getConsoleMe"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change one’s own name, language or password; a new password ends the other sessions
         * @description Needs the cookie of a person signed in to the console.
         */
        readonly patch: operations["patchConsoleMe"];
        readonly trace?: never;
    };
    readonly "/v1/console/sign-out": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End this session
         * @description Needs the cookie of a person signed in to the console.
         */
        readonly post: operations["postConsoleSignOut"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/console/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where one is signed in
         * @description Needs the cookie of a person signed in to the console.
         */
        readonly get: operations["getConsoleSessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/console/sessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * End one of one’s own sessions
         * @description Needs the cookie of a person signed in to the console.
         */
        readonly delete: operations["deleteConsoleSessionsId"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/console/totp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Begin with codes from an authenticator app; they count once one was confirmed
         * @description Needs the cookie of a person signed in to the console.
         */
        readonly post: operations["postConsoleTotp"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/console/totp/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm the app with its first code
         * @description Needs the cookie of a person signed in to the console.
         */
        readonly post: operations["postConsoleTotpConfirm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/console/totp/remove": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Do without codes again
         * @description Needs the cookie of a person signed in to the console.
         */
        readonly post: operations["postConsoleTotpRemove"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who listens, oldest first
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getWebhooks"];
        readonly put?: never;
        /**
         * Send messages to an address; its signing secret is shown in this answer only
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postWebhooks"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One endpoint and how it fares
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getWebhooksId"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Send nothing more to an endpoint; its deliveries are forgotten
         * @description Needs a secret key with scope `admin`.
         */
        readonly delete: operations["deleteWebhooksId"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change an endpoint; `paused: false` also switches a disabled one on again
         * @description Needs a secret key with scope `admin`.
         */
        readonly patch: operations["patchWebhooksId"];
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}/rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A new signing secret; for 24 hours the old one signs too
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postWebhooksIdRotate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send a message of type `webhook.test`
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postWebhooksIdTest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The log of deliveries with each attempt, newest first; kept for 30 days
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getWebhooksIdDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}/deliveries/{messageId}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send one message again, with the whole schedule before it
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postWebhooksIdDeliveriesMessageIdReplay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{id}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send every dead letter made since a time again
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postWebhooksIdReplay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mail/settings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How mail leaves
         * @description Needs a secret key with scope `admin`.
         */
        readonly get: operations["getMailSettings"];
        /**
         * Set how mail leaves; a password left out is kept while server and user stay the same
         * @description Needs a secret key with scope `admin`.
         */
        readonly put: operations["putMailSettings"];
        readonly post?: never;
        /**
         * Forget how mail leaves; what waits is dropped
         * @description Needs a secret key with scope `admin`.
         */
        readonly delete: operations["deleteMailSettings"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mail/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send a test message now, and tell what the server said
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postMailTest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mail/texts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The seven messages in both languages, with the fields of each
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getMailTexts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mail/texts/{kind}/{locale}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Write a message in one’s own words; 422 names the place of a fault
         * @description Needs a secret key with scope `write`.
         */
        readonly put: operations["putMailTextsKindLocale"];
        readonly post?: never;
        /**
         * Back to the product’s own text
         * @description Needs a secret key with scope `write`.
         */
        readonly delete: operations["deleteMailTextsKindLocale"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mail/texts/{kind}/{locale}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A text with example data, as it would leave; nothing is sent
         * @description Needs a secret key with scope `read`.
         */
        readonly post: operations["postMailTextsKindLocalePreview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mail/log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Messages, newest first: what waits, what was sent, and why not
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getMailLog"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mail/log/{id}/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try a message again that could not be sent
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postMailLogIdResend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{id}/mail-choices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What a customer does not want to be written about
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomersIdMailChoices"];
        /**
         * Note what a customer does not want to be written about; counts at once
         * @description Needs a secret key with scope `write`.
         */
        readonly put: operations["putCustomersIdMailChoices"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/door": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whose cabinet this is, how it looks, and which ways in there are
         * @description Needs no key. Throttled.
         */
        readonly get: operations["getCabinetDoor"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where the member is signed in, last seen first
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetSessions"];
        readonly put?: never;
        /**
         * Open the cabinet with a token the shop has signed
         * @description Needs no key. Throttled.
         */
        readonly post: operations["postCabinetSessions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask for a code by e-mail or text message; the answer never tells whether the address is known
         * @description Needs no key. Throttled.
         */
        readonly post: operations["postCabinetCodes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/sessions/code": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Open the cabinet with the code that was sent: six digits, ten minutes, five tries
         * @description Needs no key. Throttled.
         */
        readonly post: operations["postCabinetSessionsCode"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/sessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * End a session; `this` is the one that asks
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly delete: operations["deleteCabinetSessionsId"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/home": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The first screen: who came, what I have, how I spend it
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetHome"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Every movement of the member’s bonuses with its cause, newest first
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/shares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Count that the member has shared, by channel
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly post: operations["postCabinetShares"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/friends": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Everybody the member has invited, newest first
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetFriends"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/friends/{id}/label": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Call a friend by a name of one’s own; null goes back to initials
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly put: operations["putCabinetFriendsIdLabel"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/wishes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the member does not want: invitations, and kinds of messages
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetWishes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change what the member does not want; what is absent stays
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly patch: operations["patchCabinetWishes"];
        readonly trace?: never;
    };
    readonly "/v1/cabinet/programs/{id}/join": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Join a programme
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly post: operations["postCabinetProgramsIdJoin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/programs/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Pause, resume or leave a programme
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly patch: operations["patchCabinetProgramsId"];
        readonly trace?: never;
    };
    readonly "/v1/cabinet/programs/{id}/terms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The terms of a programme, with the hash the member accepts
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetProgramsIdTerms"];
        readonly put?: never;
        /**
         * Accept the terms of a version
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly post: operations["postCabinetProgramsIdTerms"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/programs/{id}/tier": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enter the tier the member is invited to, by accepting its terms
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly post: operations["postCabinetProgramsIdTier"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/rewards/{id}/choose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Choose one perk of those a reward offers, once
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly post: operations["postCabinetRewardsIdChoose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/perks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Open an access that the member’s tier lists
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly post: operations["postCabinetPerks"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Everything kept about the member, without what is their friends’
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Erase the member’s personal data and end every session. Needs a sign-in of the last 10 minutes
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly delete: operations["deleteCabinetMe"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/payee": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who is paid; numbers are shown by their last four characters
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetPayee"];
        /**
         * Say who is paid in cash. Needs a sign-in of the last 10 minutes
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly put: operations["putCabinetPayee"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/payouts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What was paid out to the member, and what waits, oldest first
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetPayouts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/statement.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The member’s money account as a table; orders of friends are not named in it
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetStatementCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/cabinet/claims": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The member’s claims and their answers, newest first
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly get: operations["getCabinetClaims"];
        readonly put?: never;
        /**
         * Tell that a friend is not counted; staff answer
         * @description Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.
         */
        readonly post: operations["postCabinetClaims"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/friend-claims": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What members say about friends who are not counted, oldest first
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getFriendClaims"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/friend-claims/{id}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Answer a claim, once; the referral itself is mended at `/v1/referrals`
         * @description Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.
         */
        readonly post: operations["postFriendClaimsIdAnswer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/tenant/cabinet-secrets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The secrets tokens may be signed with, newest first, without their text
         * @description Needs a secret key with scope `admin`.
         */
        readonly get: operations["getTenantCabinetSecrets"];
        readonly put?: never;
        /**
         * Make a secret; the one before it stays good, older ones end. Its text is shown in this answer only
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postTenantCabinetSecrets"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/tenant/cabinet-secrets/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * End a secret: tokens signed with it open nothing any more
         * @description Needs a secret key with scope `admin`.
         */
        readonly delete: operations["deleteTenantCabinetSecretsId"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connectors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Connections to systems that send webhooks
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getConnectors"];
        readonly put?: never;
        /**
         * An incoming address; its secret is shown in this answer only
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postConnectors"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connectors/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One connection
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getConnectorsId"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Take nothing more at this address; its payloads are forgotten
         * @description Needs a secret key with scope `admin`.
         */
        readonly delete: operations["deleteConnectorsId"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a connection; switching it on first tests its mapping on the last ten payloads
         * @description Needs a secret key with scope `admin`.
         */
        readonly patch: operations["patchConnectorsId"];
        readonly trace?: never;
    };
    readonly "/v1/connectors/{id}/rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A new secret; for 24 hours the old one is taken too
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postConnectorsIdRotate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connectors/{id}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What the last ten payloads would be under a mapping, and what they would lead to; nothing is stored
         * @description Needs a secret key with scope `admin`.
         */
        readonly post: operations["postConnectorsIdTest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connector-payloads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What came through the incoming addresses and what became of it, newest first; kept for 30 days
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getConnectorPayloads"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connector-payloads/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One payload as it came, with everything in it
         * @description Needs a secret key with scope `write`.
         */
        readonly get: operations["getConnectorPayloadsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connector-payloads/decide-all": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take everything of one state once more, as what was kept while a connection was off, or drop it; the counts tell how far it is
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postConnectorPayloadsDecideAll"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/connector-payloads/decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm or refuse what nobody vouches for, or take once more what failed or was kept; of a connection that is off nothing is taken
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postConnectorPayloadsDecide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/uploads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Files that came in and what became of them, newest first; kept for 30 days
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getUploads"];
        readonly put?: never;
        /**
         * Take a CSV file: its bytes are the body, all of them or the first part; at most 200 MB
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postUploads"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/uploads/{id}/content": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * The next part of a file; a part that was cut off is sent again from where it began
         * @description Needs a secret key with scope `write`.
         */
        readonly put: operations["putUploadsIdContent"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/upload-room": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How much room files of the business take on the server, and how much they may
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getUploadRoom"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/uploads/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One file and how far it is
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getUploadsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/uploads/{id}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * How a file is understood: its columns, its first rows, and what is wrong with them; nothing is stored
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postUploadsIdPreview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/uploads/{id}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Import a file in the background; the same file again adds nothing
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postUploadsIdStart"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/uploads/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop an import, or remove a file that waits or failed; what it has stored stays
         * @description Needs a secret key with scope `write`.
         */
        readonly post: operations["postUploadsIdCancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/uploads/{id}/report.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The rows that were refused, each with its reason
         * @description Needs a secret key with scope `write`.
         */
        readonly get: operations["getUploadsIdReportCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/upload-sources": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where files come from, with how each is read; for who brings files in
         * @description Needs a secret key with scope `write`.
         */
        readonly get: operations["getUploadSources"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/upload-sources/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Remember how the files of a source are read, and watch its folder or fetch its address
         * @description Needs a secret key with scope `admin`.
         */
        readonly put: operations["putUploadSourcesName"];
        readonly post?: never;
        /**
         * Forget a source; its files stay
         * @description Needs a secret key with scope `admin`.
         */
        readonly delete: operations["deleteUploadSourcesName"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/customers.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Customers as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsCustomersCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/customers.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Customers as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsCustomersXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/orders.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Orders, with the headers an import knows as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsOrdersCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/orders.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Orders, with the headers an import knows as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsOrdersXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/referrals.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Referrals as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsReferralsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/referrals.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Referrals as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsReferralsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/rewards.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Rewards as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsRewardsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/rewards.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Rewards as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsRewardsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/entries.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Every movement of value as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsEntriesCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/entries.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Every movement of value as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsEntriesXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/payouts.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Payouts as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsPayoutsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/payouts.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Payouts as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsPayoutsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/codes.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Codes as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsCodesCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/codes.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Codes as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsCodesXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/memberships.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who is a member of which programme, with their tier as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsMembershipsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/memberships.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who is a member of which programme, with their tier as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsMembershipsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/coupons.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Coupons as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsCouponsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/coupons.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Coupons as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsCouponsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/accesses.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Perks that members hold and held as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsAccessesCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/accesses.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Perks that members hold and held as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsAccessesXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/events.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What was sent, newest first, each with the answer it got as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsEventsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/events.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What was sent, newest first, each with the answer it got as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsEventsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/story.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Everything that happened with a customer and with the friends they brought, newest first, told in words as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsStoryCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/story.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Everything that happened with a customer and with the friends they brought, newest first, told in words as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsStoryXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/programs.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Programmes, oldest first as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsProgramsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/programs.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Programmes, oldest first as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsProgramsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/low-stock.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Perks of which no more are left than their programme warns of as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsLowStockCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/low-stock.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Perks of which no more are left than their programme warns of as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsLowStockXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/entitled.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Members entitled to a perk now, as for an announcement list as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsEntitledCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/entitled.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Members entitled to a perk now, as for an announcement list as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsEntitledXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/tax-years.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * People whose gifts and cash of a year are near their threshold or over it as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsTaxYearsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/tax-years.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * People whose gifts and cash of a year are near their threshold or over it as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsTaxYearsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/reviews.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Referrals for a person to look at: a random share of those with a paid order; it holds nothing up as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsReviewsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/reviews.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Referrals for a person to look at: a random share of those with a paid order; it holds nothing up as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsReviewsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/friend-claims.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What members say about friends who are not counted, oldest first as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsFriendClaimsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/friend-claims.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What members say about friends who are not counted, oldest first as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsFriendClaimsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/webhooks.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who listens, oldest first as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsWebhooksCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/webhooks.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who listens, oldest first as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsWebhooksXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/deliveries.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The log of deliveries with each attempt, newest first; kept for 30 days as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsDeliveriesCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/deliveries.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The log of deliveries with each attempt, newest first; kept for 30 days as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsDeliveriesXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/messages.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Messages, newest first: what waits, what was sent, and why not as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsMessagesCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/messages.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Messages, newest first: what waits, what was sent, and why not as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsMessagesXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/connectors.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Connections to systems that send webhooks as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsConnectorsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/connectors.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Connections to systems that send webhooks as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsConnectorsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/payloads.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What came through the incoming addresses and what became of it, newest first; kept for 30 days as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsPayloadsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/payloads.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What came through the incoming addresses and what became of it, newest first; kept for 30 days as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsPayloadsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/uploads.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Files that came in and what became of them, newest first; kept for 30 days as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsUploadsCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/uploads.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Files that came in and what became of them, newest first; kept for 30 days as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsUploadsXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/upload-sources.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where files come from, with how each is read; for who brings files in as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `write`.
         */
        readonly get: operations["getExportsUploadSourcesCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/upload-sources.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where files come from, with how each is read; for who brings files in as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `write`.
         */
        readonly get: operations["getExportsUploadSourcesXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/keys.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The keys of the business, without their secrets as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `admin`.
         */
        readonly get: operations["getExportsKeysCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/keys.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The keys of the business, without their secrets as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `admin`.
         */
        readonly get: operations["getExportsKeysXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/staff.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * People of the business as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsStaffCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/staff.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * People of the business as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getExportsStaffXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/audit.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What people changed outside the event log, newest first; each entry is chained to the one before as a file; however many. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `admin`.
         */
        readonly get: operations["getExportsAuditCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/audit.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What people changed outside the event log, newest first; each entry is chained to the one before as a file; at most 50,000 rows. Text that a spreadsheet would run has an apostrophe before it
         * @description Needs a secret key with scope `admin`.
         */
        readonly get: operations["getExportsAuditXlsx"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/r/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The link a member shares
         * @description Takes no key. Stores the click and leads to the landing address of `PATCH /v1/tenant`, its own query kept. Pages are HTML in the language of `Accept-Language`.
         */
        readonly get: operations["openLink"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/t/{slug}/r/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The link a member shares
         * @description Takes no key. Stores the click and leads to the landing address of `PATCH /v1/tenant`, its own query kept. Pages are HTML in the language of `Accept-Language`.
         */
        readonly get: operations["openTenantLink"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AccessAllowed: {
            /** @constant */
            readonly allowed: true;
            readonly grantId: string | null;
            readonly until: string | null;
            readonly tier: string | null;
        };
        readonly AccessGrant: {
            readonly id: string;
            readonly programId: string;
            readonly perk: string;
            readonly customerId: string;
            /** @description Null when it was claimed by tier. */
            readonly rewardId: string | null;
            readonly tier: string | null;
            /** @enum {string} */
            readonly status: "reserved" | "active" | "used" | "expired" | "revoked";
            /** @description Opens the invitation once, at `POST /v1/access/redeem`. */
            readonly token: string | null;
            /** @description The perk's address with the token. */
            readonly link: string | null;
            /** @description Of a pool of codes. */
            readonly code: string | null;
            /** Format: date-time */
            readonly grantedAt: string;
            readonly chooseUntil: string | null;
            readonly validUntil: string | null;
            readonly usedAt: string | null;
        };
        readonly Advice: {
            /** @enum {string} */
            readonly check: "pay-for-recruitment" | "reward-above-margin" | "flat-discount-for-all" | "no-minimum-order" | "fixed-above-minimum" | "percent-without-max" | "reward-below-notice" | "only-price-rewards" | "margin-unknown" | "stack-above-share" | "reward-below-handling" | "tax-inside-percent" | "no-referrer-cap" | "no-budget" | "no-hold" | "hold-shorter-than-returns" | "hold-waits-for-delivery" | "all-reviewed-by-hand" | "debts-forgiven" | "never-expires" | "expires-before-next-order" | "points-cannot-be-spent" | "window-shorter-than-cycle" | "window-very-long" | "lock-before-order" | "last-touch-in-public" | "friend-gets-nothing" | "gift-offer-without-gift" | "referrer-gains-more" | "existing-customers-rewarded" | "pays-regular-purchases" | "sign-up-rewarded" | "paid-per-event" | "cash-without-tax-data" | "gift-above-threshold" | "public-sharing-for-reward" | "terms-missing" | "programmes-overlap" | "rules-overlap" | "orders-in-another-currency" | "minimum-above-orders" | "steps-cliff" | "friend-number-out-of-reach" | "tier-out-of-reach" | "tier-for-everybody" | "tier-changes-nothing" | "tier-ends-before-next-order" | "tiers-by-spend-alone" | "tier-without-grace" | "perk-without-capacity" | "perk-capacity-too-small";
            /**
             * @description An error stops publishing, a warning needs a typed reason, a note is worth knowing.
             * @enum {string}
             */
            readonly severity: "error" | "warning" | "note";
            /** @description An error that a typed reason overrides. */
            readonly canOverride: boolean;
            readonly where: components["schemas"]["AdvicePlace"];
            readonly reason: components["schemas"]["LocalizedText"];
            readonly evidence: components["schemas"]["Evidence"];
            readonly cost: components["schemas"]["AdviceCost"] | null;
            readonly suggestion: {
                readonly ru: string;
                readonly en: string;
                /** @description A value to set in the document. */
                readonly patch?: {
                    readonly path: string;
                    /** @description What to put there, as the document writes it. */
                    readonly value: unknown;
                };
            };
        };
        /** @description In the shop’s own numbers; on a round order while it has none. */
        readonly AdviceCost: {
            readonly amountMinor: string;
            readonly currency: string;
            /** @enum {string} */
            readonly per: "order" | "month" | "year";
            readonly how: components["schemas"]["LocalizedText"];
        };
        /** @description What costs are counted from; null before the first paid order. */
        readonly AdviceFigures: {
            readonly currency: string;
            readonly orders: number;
            readonly customers: number;
            readonly medianOrder: components["schemas"]["Money"];
            readonly meanOrder: components["schemas"]["Money"];
            readonly ordersPerMonth: number;
            readonly firstOrdersPerMonth: number;
            readonly repeatOrdersBasisPoints: number;
            readonly refundRateBasisPoints: number;
            readonly medianDaysBetweenOrders: number | null;
        };
        readonly AdvicePlace: {
            /** @description JSON pointer into the document. */
            readonly path: string;
            readonly ruleId: string | null;
            readonly tierId: string | null;
            readonly perkId: string | null;
        };
        readonly Attribution: {
            readonly programId: string;
            readonly referrerId: string | null;
            /** @enum {string} */
            readonly by: "staff" | "code" | "lead" | "click" | "claim" | "answer" | "none";
            readonly losers: readonly {
                readonly by: string;
                readonly referrerId: string | null;
                readonly reason: string;
            }[];
        };
        readonly AttributionInput: {
            readonly code?: string;
            readonly clickId?: string;
            readonly answer?: string;
        };
        readonly AudienceTexts: {
            readonly friend: components["schemas"]["LocalizedText"];
            readonly referrer: components["schemas"]["LocalizedText"];
            readonly staff: components["schemas"]["LocalizedText"];
        };
        readonly AuditCheck: {
            /** @description How many there are. */
            readonly entries: string;
            readonly isWhole: boolean;
            /** @description The numbers of the first entries that do not fit. */
            readonly broken: readonly string[];
            /** @description Of the last entry: noted elsewhere, it shows later that none was cut off. Null: no entry. */
            readonly headHash: string | null;
        };
        readonly Balance: {
            /** @description An ISO 4217 code, or `points:prg_…`. */
            readonly unit: string;
            readonly available: string;
            readonly held: string;
            readonly reserved: string;
            readonly debt: string;
            readonly lots: readonly {
                readonly id: string;
                readonly remaining: string;
                readonly expiresAt: string | null;
            }[];
        };
        readonly Benefit: {
            /** @enum {string} */
            readonly kind: "credit" | "commission" | "points";
            readonly amount: components["schemas"]["Money"] | components["schemas"]["Points"];
        } | {
            /** @constant */
            readonly kind: "coupon";
            readonly percent?: {
                readonly basisPoints: number;
            };
            readonly amount?: components["schemas"]["Money"];
            /** @constant */
            readonly freeDelivery?: true;
            readonly max?: components["schemas"]["Money"];
            /** @enum {string} */
            readonly use: "thisOrder" | "nextOrder";
            readonly code?: string;
            readonly discount?: components["schemas"]["Money"];
        } | {
            /** @constant */
            readonly kind: "gift";
            readonly sku: string;
            readonly cost: components["schemas"]["Money"];
        } | {
            /** @constant */
            readonly kind: "donation";
            readonly amount: components["schemas"]["Money"] | components["schemas"]["Points"];
            readonly to: string;
        } | {
            /** @constant */
            readonly kind: "perk";
            readonly perk: string;
            readonly grantId: string | null;
            readonly token: string | null;
            readonly validUntil: string | null;
        } | {
            /** @constant */
            readonly kind: "choice";
            readonly of: readonly string[];
            readonly default: string;
            readonly chosen: string | null;
            readonly chooseUntil: string | null;
            readonly grantId: string | null;
            readonly token: string | null;
            readonly validUntil: string | null;
        };
        readonly Brand: {
            readonly light: {
                readonly ground: string;
                readonly ink: string;
                readonly accent: string;
            };
            readonly dark: {
                readonly ground: string;
                readonly ink: string;
                readonly accent: string;
            };
            readonly radius: number;
            /** @enum {string} */
            readonly font: "system" | "humanist" | "serif" | "rounded";
            readonly logoUrl: string | null;
        };
        readonly CabinetAcceptance: {
            readonly version: number;
            /** @description `textHash` of the terms as they were shown. */
            readonly textHash: string;
            /** @enum {string} */
            readonly locale: "ru" | "en";
        };
        readonly CabinetAccess: {
            readonly id: string;
            readonly name: components["schemas"]["LocalizedText"];
            /** @enum {string} */
            readonly status: "reserved" | "active" | "used" | "expired" | "revoked";
            readonly link: string | null;
            readonly code: string | null;
            readonly validUntil: string | null;
        };
        readonly CabinetBalance: {
            /** @description An ISO 4217 code, or `points:prg_…`. */
            readonly unit: string;
            /** @description Of points. */
            readonly name: components["schemas"]["LocalizedText"] | null;
            readonly available: string;
            readonly held: string;
            readonly debt: string;
            /** @description What ends within 30 days, soonest first. */
            readonly expiring: readonly {
                readonly amount: string;
                /** Format: date-time */
                readonly at: string;
            }[];
        };
        readonly CabinetChoice: {
            readonly rewardId: string;
            readonly until: string | null;
            readonly options: readonly {
                readonly perk: string;
                readonly name: components["schemas"]["LocalizedText"];
                readonly isDefault: boolean;
            }[];
        };
        readonly CabinetCoupon: {
            readonly code: string;
            /** @enum {string} */
            readonly status: "issued" | "reserved" | "redeemed" | "expired" | "revoked";
            /** @description Its state in plain words. */
            readonly text: components["schemas"]["LocalizedText"];
            /** @description What it gives. */
            readonly name: components["schemas"]["LocalizedText"];
            readonly terms: readonly components["schemas"]["LocalizedText"][];
            /** Format: date-time */
            readonly validFrom: string;
            readonly validUntil: string | null;
            /** @description Opens the shop with the code, where the shop has such an address. */
            readonly shopUrl: string | null;
        };
        readonly CabinetDoor: {
            /** @description Of the business. */
            readonly name: string;
            /**
             * @description The language of the business.
             * @enum {string}
             */
            readonly locale: "ru" | "en";
            readonly ways: {
                /** @description The shop can open the cabinet for who is signed in there. */
                readonly token: boolean;
                /** @description A code can be sent by e-mail: mail is set up. */
                readonly email: boolean;
                /** @description A code can be sent by text message: a gateway is set up. */
                readonly phone: boolean;
            };
            /** @description Address of the logo on this host. */
            readonly logo: string | null;
            /** @description Where the shop is. */
            readonly shopUrl: string | null;
        };
        readonly CabinetEntry: {
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            /** @description An ISO 4217 code, or `points:prg_…`. */
            readonly unit: string;
            /** @description Of points. */
            readonly unitName: components["schemas"]["LocalizedText"] | null;
            readonly amount: string;
            /**
             * @description What it did to the available and the held part; none where what had been set aside is spent, or a debt is made.
             * @enum {string}
             */
            readonly direction: "in" | "out" | "held" | "heldEnd" | "none";
            readonly text: components["schemas"]["LocalizedText"];
            /** @description Of the member’s own order. */
            readonly orderId: string | null;
        };
        readonly CabinetExport: {
            readonly [key: string]: unknown;
        };
        readonly CabinetFriend: {
            readonly id: string;
            /** @description What the member calls them. */
            readonly label: string | null;
            readonly initials: string | null;
            /** @enum {string} */
            readonly state: "invited" | "joined" | "waiting" | "counted" | "notCounted";
            /** @description The state in plain words. */
            readonly text: components["schemas"]["LocalizedText"];
            /** @description Coarse; null once it counts. */
            readonly whyNotYet: components["schemas"]["LocalizedText"] | null;
        };
        readonly CabinetHeld: {
            readonly id: string;
            readonly unit: string | null;
            readonly amount: string | null;
            /** @description Of points. */
            readonly unitName: components["schemas"]["LocalizedText"] | null;
            /** @description Of what is no amount. */
            readonly name: components["schemas"]["LocalizedText"] | null;
            readonly until: string | null;
            readonly why: components["schemas"]["LocalizedText"];
        };
        readonly CabinetHome: {
            readonly shop: {
                readonly name: string;
                /** @description In which dates are told: the programme’s. */
                readonly timeZone: string;
            };
            /** @description Of the member. */
            readonly name: string | null;
            readonly friends: {
                readonly total: number;
                readonly counted: number;
                /** @description The newest ones. */
                readonly items: readonly components["schemas"]["CabinetFriend"][];
            };
            readonly balances: readonly components["schemas"]["CabinetBalance"][];
            readonly held: readonly components["schemas"]["CabinetHeld"][];
            readonly code: {
                readonly code: string;
                readonly link: string;
                /** @description The link as a QR code, SVG. */
                readonly qr: string;
            } | null;
            /** @description That of the shop’s token first. */
            readonly programs: readonly components["schemas"]["CabinetProgram"][];
            readonly coupons: readonly components["schemas"]["CabinetCoupon"][];
            readonly choices: readonly components["schemas"]["CabinetChoice"][];
            readonly accesses: readonly components["schemas"]["CabinetAccess"][];
            /** @description Claims about friends that wait for an answer. */
            readonly claims: number;
            readonly noInvitations: boolean;
        };
        readonly CabinetPayout: {
            readonly id: string;
            readonly amount: components["schemas"]["Money"];
            /** @enum {string} */
            readonly status: "proposed" | "approved" | "rejected" | "paid" | "failed";
            readonly text: components["schemas"]["LocalizedText"];
            /** Format: date-time */
            readonly proposedAt: string;
            readonly paidAt: string | null;
        };
        readonly CabinetProgram: {
            readonly id: string;
            readonly name: components["schemas"]["LocalizedText"];
            /**
             * @description Of the membership; `none` without one.
             * @enum {string}
             */
            readonly status: "none" | "invited" | "active" | "paused" | "left" | "blocked";
            readonly canJoin: boolean;
            /** @description What is missing to take part; alone what will not change, where there is such. Empty for members and for who may join. */
            readonly toJoin: readonly {
                readonly text: components["schemas"]["LocalizedText"];
                readonly missing: (components["schemas"]["Money"] | components["schemas"]["Points"] | {
                    readonly count: number;
                }) | null;
                readonly isForGood: boolean;
            }[];
            /** @description What the member gets, in one sentence. */
            readonly offer: components["schemas"]["LocalizedText"];
            readonly steps: readonly {
                readonly title: components["schemas"]["LocalizedText"];
                readonly text: components["schemas"]["LocalizedText"];
            }[];
            /** @description How what is earned is spent. */
            readonly spend: readonly components["schemas"]["LocalizedText"][];
            readonly tier: components["schemas"]["TierStanding"] | null;
            readonly terms: {
                readonly current: number | null;
                readonly accepted: number | null;
                readonly mustAccept: boolean;
                readonly changes: readonly components["schemas"]["LocalizedText"][];
            } | null;
            /** @description Null unless the member may invite. */
            readonly share: components["schemas"]["CabinetShare"] | null;
            /** @description How many rewards for friends are left under the cap; null where none is counted. */
            readonly rewardsLeft: components["schemas"]["LocalizedText"] | null;
            /** @description Earns money that is paid out: payout data, statements and materials are theirs. */
            readonly isPartner: boolean;
            /** @description What the member’s tier lets them open now. */
            readonly perks: readonly {
                readonly perk: string;
                readonly name: components["schemas"]["LocalizedText"];
                readonly startsAt: string | null;
                readonly endsAt: string | null;
            }[];
        };
        readonly CabinetSecret: {
            readonly id: string;
            /** Format: date-time */
            readonly createdAt: string;
        };
        readonly CabinetShare: {
            /** @description The offer, for the member to change as they like. */
            readonly message: components["schemas"]["LocalizedText"];
            /** @description That the sender is rewarded, and the mark of an advertisement where one is needed: stays as it is. */
            readonly disclosure: components["schemas"]["LocalizedText"] | null;
            readonly channels: readonly {
                /** @enum {string} */
                readonly channel: "native" | "copy" | "qr" | "telegram" | "vk" | "whatsapp" | "max" | "email" | "sms" | "vkWall" | "okWall" | "telegramChannel";
                readonly link: string;
            }[];
        };
        readonly Checklist: {
            readonly items: readonly {
                /** @enum {string} */
                readonly id: "program" | "import" | "landing" | "publicUrl" | "mail" | "shared" | "backup";
                /**
                 * @description `waived`: people say it is not needed, and nothing shows that it is there. `due`: was done, and it is time again.
                 * @enum {string}
                 */
                readonly state: "todo" | "done" | "waived" | "due";
                /** @description When it was done, where that is known. */
                readonly doneAt: string | null;
                readonly title: components["schemas"]["LocalizedText"];
                /** @description What it is for, and what happens without it. */
                readonly why: components["schemas"]["LocalizedText"];
            }[];
            /** @description How many are to be done. */
            readonly left: number;
            /** @description The first of them; null when all is done. */
            readonly next: ("program" | "import" | "landing" | "publicUrl" | "mail" | "shared" | "backup") | null;
        };
        readonly CheckoutAnswer: {
            readonly total: components["schemas"]["Money"];
            readonly toPay: components["schemas"]["Money"];
            readonly discount: components["schemas"]["Money"];
            readonly deliveryDiscount: components["schemas"]["Money"];
            readonly lines: readonly {
                readonly discount: components["schemas"]["Money"];
                readonly total: components["schemas"]["Money"];
            }[];
            readonly gifts: readonly {
                readonly sku: string;
                readonly ruleId: string;
            }[];
            readonly coupons: readonly {
                readonly code: string;
                readonly discount: components["schemas"]["Money"];
            }[];
            readonly credit: {
                readonly used: components["schemas"]["Money"];
                readonly available: components["schemas"]["Money"];
                readonly points?: {
                    readonly used: components["schemas"]["Points"];
                    readonly available: components["schemas"]["Points"];
                };
            } | null;
            readonly benefits: readonly {
                readonly programId: string;
                readonly ruleId: string;
                readonly beneficiary: string;
                readonly benefit: components["schemas"]["Benefit"];
            }[];
            readonly refusals: readonly components["schemas"]["Refusal"][];
            readonly reservedUntil: string | null;
        };
        readonly CheckoutQuestion: {
            readonly customer?: components["schemas"]["Customer"];
            readonly order: {
                readonly id?: string;
                readonly total: {
                    readonly amountMinor: string;
                    readonly currency: string;
                };
                readonly tax?: {
                    readonly amountMinor: string;
                    readonly currency: string;
                };
                readonly delivery?: {
                    readonly amountMinor: string;
                    readonly currency: string;
                };
                readonly channel?: string;
                readonly lines?: readonly components["schemas"]["OrderLine"][];
            };
            readonly code?: string;
            /** @default [] */
            readonly couponCodes: readonly string[];
            /** @description How much of the balance the customer wants to spend: money, or points where the programme gives them a value. */
            readonly credit?: {
                readonly amountMinor: string;
                readonly currency: string;
            } | {
                readonly points: string;
                readonly programId: string;
            };
            /** @default false */
            readonly reserve: boolean;
            /**
             * Format: date-time
             * @description Thirty minutes from now when absent; at most seven days.
             */
            readonly reserveUntil?: string;
        };
        readonly Code: {
            readonly id: string;
            readonly code: string;
            /** @enum {string} */
            readonly kind: "personal" | "card" | "campaign";
            /** @enum {string} */
            readonly status: "active" | "retired";
            readonly link: string;
            /** Format: date-time */
            readonly createdAt: string;
        };
        readonly Connector: {
            readonly id: string;
            readonly name: string;
            /** @enum {string} */
            readonly preset: "woocommerce" | "insales" | "tilda" | "getcourse" | "custom";
            /**
             * @description A draft keeps payloads and does nothing with them.
             * @enum {string}
             */
            readonly status: "draft" | "active" | "paused";
            /** @enum {string} */
            readonly trust: "signed" | "checked" | "hint";
            /** @description Where the other system sends to; without its secret. */
            readonly address: string;
            readonly mapping: components["schemas"]["ShownConnectorMapping"];
            readonly checkUrl: string | null;
            readonly oldSecretValidUntil: string | null;
            readonly lastReceivedAt: string | null;
            readonly counts: {
                readonly held: number;
                readonly failed: number;
                readonly done: number;
                /** @description Of the last hundred done: taken without a contact that is none, such as the phone “-”. */
                readonly leftOut: number;
                readonly ignored: number;
                /** @description Came while the connection was off, and were not looked at since. */
                readonly kept: number;
                /** @description In the line to be decided. */
                readonly waiting: number;
            };
            /** Format: date-time */
            readonly createdAt: string;
        };
        readonly ConnectorMapping: {
            readonly fields: {
                readonly [key: string]: components["schemas"]["MappedSource"];
            };
            /** @description The events of every rule that holds. */
            readonly events: readonly components["schemas"]["MappedEvent"][];
            /** @description Where the lines stand; the other paths begin at a line. */
            readonly lines?: {
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly path: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly sku?: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly category?: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly quantity?: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly total: string;
            };
            /** @description Where refunds stand, each of them an event with a paid order. */
            readonly refunds?: {
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly path: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly id: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly amount: string;
            };
            /**
             * @description `12.50`, or 1250.
             * @default decimal
             * @enum {string}
             */
            readonly amounts: "decimal" | "minor";
            /** @description Where no field says it. */
            readonly currency?: string;
            /** @description Of times without a zone; the business's own when absent. */
            readonly timeZone?: string;
        };
        readonly ConnectorPayload: {
            readonly id: string;
            readonly connectorId: string;
            /** Format: date-time */
            readonly receivedAt: string;
            /** @enum {string} */
            readonly status: "kept" | "waiting" | "held" | "ignored" | "done" | "failed" | "refused";
            readonly orderId: string | null;
            readonly outcome: components["schemas"]["PayloadOutcome"] | null;
            readonly decidedBy: string | null;
            readonly decidedAt: string | null;
            readonly nextAttemptAt: string | null;
        };
        /** @description Who is answerable for personal data. Until it is set, pages take no contacts. */
        readonly Controller: {
            /** @description The company or person answerable for personal data, with its register number. */
            readonly name: string;
            /** @default null */
            readonly address: string | null;
            /** @description An e-mail or phone for questions and for taking a consent back. */
            readonly contact: string;
            /** @description Of the privacy policy, on a listed domain. */
            readonly privacyUrl: string;
        };
        readonly Coupon: {
            readonly id: string;
            readonly code: string;
            readonly programId: string;
            readonly rewardId: string;
            readonly customerId: string;
            readonly percent?: {
                readonly basisPoints: number;
            };
            readonly amount?: components["schemas"]["Money"];
            /** @constant */
            readonly freeDelivery?: true;
            readonly max?: components["schemas"]["Money"];
            readonly stackable: boolean;
            /** @enum {string} */
            readonly status: "issued" | "reserved" | "redeemed" | "expired" | "revoked";
            /** Format: date-time */
            readonly validFrom: string;
            readonly validUntil: string | null;
            readonly reservedUntil: string | null;
            readonly sourceOrderId: string | null;
            readonly usedOrderId: string | null;
            readonly texts: components["schemas"]["AudienceTexts"];
        };
        readonly Customer: {
            readonly id?: string;
            readonly externalId?: string;
            /** Format: email */
            readonly email?: string;
            readonly phone?: string;
            readonly name?: string;
        };
        readonly CustomerExport: {
            readonly customer: components["schemas"]["CustomerResource"];
            readonly consents: readonly {
                readonly purpose: string;
                /** @description When it was given. */
                readonly givenAt: string;
                readonly withdrawnAt: string | null;
                readonly textVersion: string | null;
                /** @description Where and how it was given, in the words of who took it. */
                readonly proof: string;
                /** @description SHA-256 of the text that was shown; `GET /v1/terms/{textHash}` shows it. */
                readonly textHash: string | null;
                /** @description False while nobody knows whether the contact it came with is the giver’s own. */
                readonly isConfirmed: boolean;
            }[];
            /** @description How the page of their link names them, and their words. */
            readonly introduction: {
                /** @enum {string} */
                readonly shownAs: "none" | "initial" | "full";
                readonly words: string | null;
                readonly agreedAt: string | null;
                readonly textVersion: string | null;
                readonly textHash: string | null;
            } | null;
            readonly orderIds: readonly string[];
            readonly rewards: readonly components["schemas"]["Reward"][];
            readonly perks: readonly components["schemas"]["AccessGrant"][];
            readonly entries: readonly components["schemas"]["Entry"][];
            readonly referrals: readonly components["schemas"]["Referral"][];
            readonly coupons: readonly components["schemas"]["Coupon"][];
            /** @description Names they gave to friends. */
            readonly labels: readonly {
                /** @description Whom they named. */
                readonly friendId: string;
                /** @description What they call them. */
                readonly label: string;
            }[];
            /** @description What came with events beside ids, as it is kept; where cash goes is in `payee`. */
            readonly eventData: readonly {
                readonly sequence: string;
                readonly data: string;
            }[];
            /** @description Who is paid in cash; numbers by their last four characters. */
            readonly payee: components["schemas"]["Payee"] | null;
            /** @description Payouts in cash, oldest first. */
            readonly payouts: readonly {
                /** @description What was paid out, or waits to be. */
                readonly amount: components["schemas"]["Money"];
                /**
                 * @description How far it has come.
                 * @enum {string}
                 */
                readonly status: "proposed" | "approved" | "rejected" | "paid" | "failed";
                /**
                 * Format: date-time
                 * @description When it was proposed.
                 */
                readonly proposedAt: string;
                /** @description When the bank had paid it; null before. */
                readonly paidAt: string | null;
            }[];
            /** @description Which terms they accepted. */
            readonly acceptances: readonly {
                /** @description The programme. */
                readonly programId: string;
                /** @description `program`, or `tier:<id>` for the terms of a tier. */
                readonly scope: string;
                /** @description Which version of the terms. */
                readonly version: number;
                /** @description SHA-256 of the text; `GET /v1/terms/{textHash}` shows it. */
                readonly textHash: string;
                /**
                 * @description The language it was read in.
                 * @enum {string}
                 */
                readonly locale: "ru" | "en";
                /** @description How they said yes. */
                readonly method: string;
                /**
                 * Format: date-time
                 * @description When they said yes.
                 */
                readonly acceptedAt: string;
            }[];
            /** @description What they set aside for orders. */
            readonly reservations: readonly {
                /** @description Of the amount. */
                readonly unit: string;
                /** @description What was set aside. */
                readonly amount: string;
                /**
                 * @description What became of it.
                 * @enum {string}
                 */
                readonly status: "reserved" | "captured" | "voided" | "expired";
                /**
                 * Format: date-time
                 * @description Until when it was set aside.
                 */
                readonly expiresAt: string;
                /** @description Their own order. */
                readonly orderId: string | null;
            }[];
            /** @description How they rated the business. */
            readonly scores: readonly {
                /** @description 0 to 10. */
                readonly score: number;
                /**
                 * Format: date-time
                 * @description When they gave it.
                 */
                readonly at: string;
            }[];
            /** @description Complaints that were told of as closed and not, before that, as opened. */
            readonly complaintsClosedFirst: readonly {
                /** @description The shop’s name of it. */
                readonly complaintId: string;
                /**
                 * Format: date-time
                 * @description When it was closed.
                 */
                readonly at: string;
            }[];
            /** @description That somebody brought them; who is not theirs to take along. */
            readonly attributions: readonly {
                /** @description The programme. */
                readonly programId: string;
                /** @description How they named who brought them: `click`, `code`, `claim`, `lead`, `answer`, `staff`. */
                readonly by: string;
                /** @description When that was. */
                readonly touchAt: string | null;
                /**
                 * Format: date-time
                 * @description Since when it counts.
                 */
                readonly lockedAt: string;
            }[];
            /** @description Every invitation they came by. */
            readonly touches: readonly {
                /** @description As in `attributions`. */
                readonly by: string;
                /**
                 * Format: date-time
                 * @description When that was.
                 */
                readonly at: string;
            }[];
            /** @description Where they are signed in to their cabinet. */
            readonly sessions: readonly {
                /**
                 * @description By the shop, or by a code.
                 * @enum {string}
                 */
                readonly method: "token" | "code";
                /**
                 * Format: date-time
                 * @description When they signed in.
                 */
                readonly signedInAt: string;
                /**
                 * Format: date-time
                 * @description When they were here last.
                 */
                readonly lastSeenAt: string;
                /**
                 * Format: date-time
                 * @description When it ends at the latest.
                 */
                readonly endsAt: string;
                /** @description What the browser called itself. */
                readonly agent: string;
                /** @description The network they came from, without the address itself. */
                readonly network: string;
            }[];
            /** @description That a friend is not counted. */
            readonly claims: readonly {
                /** @description Whom they meant, in their words. */
                readonly friend: string;
                /** @description What else they wrote. */
                readonly note: string | null;
                /**
                 * @description What became of it.
                 * @enum {string}
                 */
                readonly status: "open" | "accepted" | "declined";
                /**
                 * Format: date-time
                 * @description When they wrote it.
                 */
                readonly createdAt: string;
                /** @description What the business answered. */
                readonly answer: string | null;
                /** @description When it answered. */
                readonly answeredAt: string | null;
            }[];
            /** @description What they do not want. */
            readonly wishes: {
                /** @description Since when they want no invitations; null = they may be asked. */
                readonly noInvitationsSince: string | null;
                /** @description Until when they have put an invitation off. */
                readonly askAgainAfter: string | null;
                /** @description They want no letters at all. */
                readonly declinedAll: boolean;
                /** @description Kinds of letters they do not want. */
                readonly declined: readonly string[];
            };
            /** @description How often they shared. */
            readonly shares: readonly {
                /** @description A day of UTC. */
                readonly day: string;
                /** @description As in `telegram`, `copy` or `qr`. */
                readonly channel: string;
                /** @description How often. */
                readonly shares: number;
            }[];
            /** @description Letters to them; their words are not kept. */
            readonly messages: readonly {
                /** @description As in `friend-joined`. */
                readonly kind: string;
                /**
                 * @description What became of it.
                 * @enum {string}
                 */
                readonly status: "waiting" | "sent" | "failed" | "skipped";
                /**
                 * Format: date-time
                 * @description What it tells of happened then.
                 */
                readonly createdAt: string;
                /** @description When it was sent, or given up. */
                readonly settledAt: string | null;
            }[];
        };
        readonly CustomerInput: {
            /** Format: email */
            readonly email?: string;
            readonly phone?: string;
            readonly name?: string;
        };
        readonly CustomerResource: {
            readonly id: string;
            readonly externalId: string | null;
            readonly email: string | null;
            readonly phone: string | null;
            readonly name: string | null;
            /** Format: date-time */
            readonly createdAt: string;
            readonly signedUpAt: string | null;
            readonly erasedAt: string | null;
            readonly balances: readonly components["schemas"]["Balance"][];
            readonly memberships: readonly components["schemas"]["Membership"][];
            readonly codes: readonly components["schemas"]["Code"][];
            readonly counts: {
                readonly orders: number;
                readonly paidOrders: number;
                readonly deliveredOrders: number;
                readonly referrals: number;
                /** @description Friends who may still count: neither counted nor refused, expired or taken back. */
                readonly waitingReferrals: number;
                readonly qualifiedReferrals: number;
                readonly openComplaints: number;
            };
            /** @description The shop’s names of open complaints: the same name closes one. */
            readonly complaints: readonly string[];
        };
        readonly CustomerSummary: {
            readonly id: string;
            readonly externalId: string | null;
            readonly email: string | null;
            readonly phone: string | null;
            readonly name: string | null;
            /** Format: date-time */
            readonly createdAt: string;
        };
        readonly CustomerWishes: {
            readonly noInvitations: boolean;
        };
        readonly DecidedReward: {
            readonly id: string;
            /** @description As it is now; null where it could not be done. */
            readonly reward: components["schemas"]["Reward"] | null;
            /** @description Why it could not be done. */
            readonly problem: {
                readonly code: string;
                readonly text: components["schemas"]["LocalizedText"];
            } | null;
        };
        readonly DocumentTexts: {
            /** @description To a member, in one sentence. */
            readonly offer: components["schemas"]["LocalizedText"];
            /** @description To who was invited. */
            readonly friendOffer: components["schemas"]["LocalizedText"];
            readonly rules: readonly {
                /** @description JSON pointer into the document. */
                readonly path: string;
                readonly text: components["schemas"]["LocalizedText"];
            }[];
            readonly terms: {
                readonly ru: readonly {
                    readonly id: string;
                    readonly title: string;
                    readonly paragraphs: readonly string[];
                }[];
                readonly en: readonly {
                    readonly id: string;
                    readonly title: string;
                    readonly paragraphs: readonly string[];
                }[];
            };
        };
        readonly Donations: {
            readonly months: readonly {
                /** @description `2026-11`, in the programme’s zone. */
                readonly month: string;
                readonly recipient: string;
                readonly given: components["schemas"]["Money"];
                readonly takenBack: components["schemas"]["Money"];
                readonly net: components["schemas"]["Money"];
            }[];
            readonly total: readonly {
                readonly recipient: string;
                readonly net: components["schemas"]["Money"];
                readonly pledged: components["schemas"]["Money"];
                readonly passedOn: components["schemas"]["Money"];
            }[];
        };
        readonly EnrollingProgram: {
            readonly id: string;
            /**
             * @description At the time of the answer.
             * @enum {string}
             */
            readonly status: "draft" | "live" | "paused" | "ended";
            readonly endedAt: string | null;
            readonly versions: readonly components["schemas"]["ProgramVersion"][];
            readonly enrolment: components["schemas"]["EnrolmentRun"];
        };
        readonly EnrolmentRun: {
            /**
             * @description `running` goes on in the background; `scheduled` waits for effectiveFrom.
             * @enum {string}
             */
            readonly status: "scheduled" | "running" | "finished";
            /** @description Members of the programme so far. */
            readonly customers: number;
        };
        readonly EntitledMember: {
            readonly customerId: string;
            readonly externalId: string | null;
            readonly email: string | null;
            readonly name: string | null;
            readonly tier: string | null;
            /** @description A consent to advertising is known and not withdrawn. */
            readonly mayAdvertise: boolean;
        };
        readonly Entry: {
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            /** @description An ISO 4217 code, or `points:prg_…`. */
            readonly unit: string;
            readonly amount: string;
            readonly from: {
                readonly account: string;
                readonly customerId: string | null;
            };
            readonly to: {
                readonly account: string;
                readonly customerId: string | null;
            };
            readonly reason: string;
            readonly rewardId: string | null;
            readonly lotId: string | null;
            readonly cause: {
                readonly sequence: string;
                readonly source: string;
                readonly eventId: string;
                readonly type: string;
                readonly orderId: string | null;
            };
        };
        readonly Evaluation: {
            readonly programId: string;
            readonly versionNumber: number;
            readonly ruleId: string;
            /** @enum {string} */
            readonly result: "granted" | "refused";
            readonly reasons: readonly {
                readonly reason: string;
                readonly text: components["schemas"]["LocalizedText"];
            }[];
        };
        readonly Event: {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            /** @constant */
            readonly type: "order.placed";
            readonly customer?: components["schemas"]["Customer"];
            readonly order: components["schemas"]["Order"];
            readonly attribution?: components["schemas"]["AttributionInput"];
            readonly couponCodes?: readonly string[];
            readonly reservationIds?: readonly string[];
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            /** @constant */
            readonly type: "order.paid";
            readonly customer?: components["schemas"]["Customer"];
            readonly order: components["schemas"]["Order"];
            readonly attribution?: components["schemas"]["AttributionInput"];
            readonly couponCodes?: readonly string[];
            readonly reservationIds?: readonly string[];
            readonly payment?: {
                readonly id: string;
                readonly amount: {
                    readonly amountMinor: string;
                    readonly currency: string;
                };
            };
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            readonly customer?: components["schemas"]["Customer"];
            readonly order: {
                readonly id: string;
            };
            /** @constant */
            readonly type: "order.delivered";
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            readonly customer?: components["schemas"]["Customer"];
            readonly order: {
                readonly id: string;
            };
            /** @constant */
            readonly type: "order.cancelled";
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            /** @constant */
            readonly type: "order.refunded";
            readonly customer?: components["schemas"]["Customer"];
            readonly refund: {
                readonly id: string;
                readonly orderId: string;
                readonly amount?: {
                    readonly amountMinor: string;
                    readonly currency: string;
                };
            };
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            /** @constant */
            readonly type: "member.signed_up";
            readonly customer: components["schemas"]["Customer"];
            readonly attribution?: components["schemas"]["AttributionInput"];
            readonly programId?: string;
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            /** @constant */
            readonly type: "referral.registered";
            readonly customer: components["schemas"]["Customer"];
            readonly attribution: {
                readonly code?: string;
                readonly referrerExternalId?: string;
            };
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            /** @constant */
            readonly type: "feedback.given";
            readonly customer: components["schemas"]["Customer"];
            readonly score: number;
            readonly orderId?: string;
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            /** @constant */
            readonly type: "complaint.opened";
            readonly customer: components["schemas"]["Customer"];
            readonly complaint: {
                readonly id: string;
            };
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            /** @constant */
            readonly type: "complaint.closed";
            readonly customer: components["schemas"]["Customer"];
            readonly complaint: {
                readonly id: string;
            };
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            /** @constant */
            readonly type: "click.recorded";
            readonly click: {
                readonly id: string;
                readonly code: string;
            };
        } | {
            readonly id: string;
            /** Format: date-time */
            readonly occurredAt: string;
            readonly type: string;
            readonly customer: components["schemas"]["Customer"];
            readonly attribution?: components["schemas"]["AttributionInput"];
            /** @description Flat, at most 20 scalars; treated as personal data. */
            readonly data?: {
                readonly [key: string]: string | number | boolean | null;
            };
        };
        readonly EventAnswer: {
            readonly eventId: string;
            /** @enum {string} */
            readonly outcome: "processed" | "duplicate" | "parked";
            readonly customerId: string | null;
            readonly attribution: components["schemas"]["Attribution"] | null;
            readonly attributions: readonly components["schemas"]["Attribution"][];
            readonly rewards: readonly components["schemas"]["RewardResult"][];
            readonly refusals: readonly components["schemas"]["Refusal"][];
            readonly tierChanges?: readonly components["schemas"]["TierChange"][];
            readonly notes?: readonly components["schemas"]["Note"][];
            readonly produced?: {
                readonly [key: string]: string;
            };
        };
        readonly Evidence: {
            readonly text: components["schemas"]["LocalizedText"];
            readonly source: components["schemas"]["LocalizedText"];
            readonly year: number | null;
            /**
             * @description How far the source can be trusted.
             * @enum {string}
             */
            readonly trust: "study" | "vendor" | "complaint" | "practice" | "law" | "arithmetic" | "own-orders" | "convention";
        };
        readonly Explanation: {
            readonly orderId: string;
            readonly events: readonly {
                readonly sequence: string;
                readonly source: string;
                readonly eventId: string;
                readonly type: string;
                /** Format: date-time */
                readonly occurredAt: string;
                readonly outcome: string;
                readonly evaluations: readonly components["schemas"]["Evaluation"][];
                readonly refusals: readonly components["schemas"]["Refusal"][];
                readonly notes: readonly components["schemas"]["Note"][];
            }[];
            readonly rewards: readonly components["schemas"]["Reward"][];
            readonly sentences: readonly {
                /** Format: date-time */
                readonly at: string;
                /** @enum {string} */
                readonly kind: "event" | "attribution" | "reward" | "refusal" | "reversal" | "tier" | "money" | "note" | "now";
                readonly text: components["schemas"]["LocalizedText"];
            }[];
        };
        readonly FileReading: {
            /**
             * @description What the headers do not tell by themselves.
             * @default []
             */
            readonly columns: readonly {
                /** @description Of ours, as the preview lists them. */
                readonly column: string;
                /** @description Of the file; null: the file has no such column. */
                readonly header: string | null;
            }[];
            /** @description Of rows that name none. */
            readonly currency?: string;
            /** @description Of dates without a zone; the business's own when absent. */
            readonly timeZone?: string;
            /**
             * @description For amounts such as 1,234.
             * @enum {string}
             */
            readonly decimalMark?: "." | ",";
            /**
             * @description How 02/03/2026 is read.
             * @default dmy
             * @enum {string}
             */
            readonly dateOrder: "dmy" | "mdy";
            /**
             * @description Found out when absent.
             * @enum {string}
             */
            readonly encoding?: "utf-8" | "windows-1251" | "utf-16le" | "utf-16be";
            /**
             * @description Found out when absent.
             * @enum {string}
             */
            readonly delimiter?: "," | ";" | "\t";
        };
        readonly FriendClaim: {
            readonly id: string;
            readonly friend: string;
            readonly note: string | null;
            /** @enum {string} */
            readonly status: "open" | "accepted" | "declined";
            /** Format: date-time */
            readonly createdAt: string;
            readonly answer: string | null;
            readonly answeredAt: string | null;
        };
        readonly GivenAdvice: {
            /** @enum {string} */
            readonly check: "pay-for-recruitment" | "reward-above-margin" | "flat-discount-for-all" | "no-minimum-order" | "fixed-above-minimum" | "percent-without-max" | "reward-below-notice" | "only-price-rewards" | "margin-unknown" | "stack-above-share" | "reward-below-handling" | "tax-inside-percent" | "no-referrer-cap" | "no-budget" | "no-hold" | "hold-shorter-than-returns" | "hold-waits-for-delivery" | "all-reviewed-by-hand" | "debts-forgiven" | "never-expires" | "expires-before-next-order" | "points-cannot-be-spent" | "window-shorter-than-cycle" | "window-very-long" | "lock-before-order" | "last-touch-in-public" | "friend-gets-nothing" | "gift-offer-without-gift" | "referrer-gains-more" | "existing-customers-rewarded" | "pays-regular-purchases" | "sign-up-rewarded" | "paid-per-event" | "cash-without-tax-data" | "gift-above-threshold" | "public-sharing-for-reward" | "terms-missing" | "programmes-overlap" | "rules-overlap" | "orders-in-another-currency" | "minimum-above-orders" | "steps-cliff" | "friend-number-out-of-reach" | "tier-out-of-reach" | "tier-for-everybody" | "tier-changes-nothing" | "tier-ends-before-next-order" | "tiers-by-spend-alone" | "tier-without-grace" | "perk-without-capacity" | "perk-capacity-too-small";
            /**
             * @description An error stops publishing, a warning needs a typed reason, a note is worth knowing.
             * @enum {string}
             */
            readonly severity: "error" | "warning" | "note";
            readonly where: components["schemas"]["AdvicePlace"];
            readonly reason: components["schemas"]["LocalizedText"];
            readonly cost: components["schemas"]["AdviceCost"] | null;
            /** @description The reason typed; null = no reason typed. */
            readonly answer: string | null;
        };
        readonly Introduction: {
            /**
             * @description Not at all, first name and initial, or in full.
             * @enum {string}
             */
            readonly shownAs: "none" | "initial" | "full";
            /** @description The member’s own words to whoever opens the link. */
            readonly words: string | null;
            /** @description When the member agreed to be shown so; null while nothing is shown. */
            readonly agreedAt: string | null;
            /** @description Version of the text that was agreed to. */
            readonly textVersion: string | null;
            /** @description How the page names the member now. */
            readonly preview: components["schemas"]["LocalizedText"];
            /** @description What the member agrees to by choosing anything but `none`. */
            readonly consent: {
                /** @description By language. */
                readonly version: components["schemas"]["LocalizedText"];
                /** @description To be shown beside the choice. */
                readonly text: components["schemas"]["LocalizedText"];
                /** @description SHA-256 of the text in that language, hex: what is sent back. */
                readonly textHash: components["schemas"]["LocalizedText"];
            };
        };
        readonly IntroductionChange: {
            /**
             * @description Not at all, first name and initial, or in full.
             * @enum {string}
             */
            readonly shownAs: "none" | "initial" | "full";
            /**
             * @description Shown as plain text; null for none.
             * @default null
             */
            readonly words: string | null;
            /**
             * @description The language the text of the consent was shown in.
             * @enum {string}
             */
            readonly locale: "ru" | "en";
            /** @description `consent.textHash` as it was shown; needed for anything but `none` without words. */
            readonly textHash?: string;
        };
        readonly InvitationOffer: {
            /** @description True only after a delivered order, outside the quiet days after it, with no open complaint, no poor score, and no wish not to be asked. */
            readonly show: boolean;
            /** @description Null where nothing is shown. */
            readonly offer: {
                /** @description The offer in one sentence. */
                readonly sentence: components["schemas"]["LocalizedText"];
                /** @description That the member is rewarded; shown beside the offer. */
                readonly disclosure: components["schemas"]["LocalizedText"] | null;
            } | null;
        };
        readonly Key: {
            readonly id: string;
            /** @enum {string} */
            readonly kind: "secret" | "publishable";
            readonly name: string;
            readonly source: string;
            readonly scopes: readonly ("read" | "write" | "staff" | "admin")[];
            /** Format: date-time */
            readonly createdAt: string;
            readonly expiresAt: string | null;
            readonly revokedAt: string | null;
            readonly lastUsedAt: string | null;
        };
        readonly LevelsVerdict: {
            /**
             * @description `oneLevel` is what Sarafan pays; anything more is refused.
             * @enum {string}
             */
            readonly verdict: "refused" | "oneLevel";
            readonly order: components["schemas"]["Money"];
            readonly levels: readonly {
                readonly level: number;
                readonly basisPoints: number;
                readonly amount: components["schemas"]["Money"];
            }[];
            readonly paidBasisPoints: number;
            readonly paid: components["schemas"]["Money"];
            readonly marginBasisPoints: number;
            readonly margin: components["schemas"]["Money"];
            readonly leftBasisPoints: number;
            /** @description Below zero where each order loses money. */
            readonly left: components["schemas"]["Money"];
            /** @description By how much prices would have to rise; null where no price would do. */
            readonly priceRiseBasisPoints: number | null;
            readonly text: components["schemas"]["LocalizedText"];
        };
        readonly LocalizedText: {
            readonly ru: string;
            readonly en: string;
        };
        readonly Mail: {
            /** @description `msg_…`; the start of its Message-ID, the same in every attempt. */
            readonly id: string;
            /** @enum {string} */
            readonly kind: "sign-in-code" | "staff-invitation" | "friend-joined" | "bonus-held" | "bonus-available" | "bonus-expiring" | "reward-to-collect";
            readonly name: components["schemas"]["LocalizedText"];
            /** @description Whom it is for; null for staff. */
            readonly customerId: string | null;
            /** @enum {string} */
            readonly status: "waiting" | "sent" | "failed" | "skipped";
            readonly attempts: number;
            /** Format: date-time */
            readonly createdAt: string;
            /** @description When it was sent, given up or dropped. */
            readonly settledAt: string | null;
            readonly nextAttemptAt: string | null;
            /** @description Why it was not sent; null where nothing is wrong. */
            readonly error: {
                /** @description For programs. */
                readonly code: string;
                readonly text: components["schemas"]["LocalizedText"];
            } | null;
        };
        readonly MailChoices: {
            /** @description They want no messages at all; codes they ask for are still sent. */
            readonly declinedAll: boolean;
            /** @description Kinds they do not want. */
            readonly declined: readonly ("friend-joined" | "bonus-held" | "bonus-available" | "bonus-expiring" | "reward-to-collect")[];
        };
        readonly MailSettings: {
            /**
             * @description Whose settings count: those of the business, of the installation (SMTP_URL), or nobody’s: then nothing is written.
             * @enum {string}
             */
            readonly source: "own" | "installation" | "none";
            /** @description Name or address of the mail server. */
            readonly host: string | null;
            readonly port: number | null;
            /** @description `tls` from the first byte, `starttls` demanded, `none` for a server on this machine. */
            readonly security: ("tls" | "starttls" | "none") | null;
            /** @description Null: the server asks for none. */
            readonly username: string | null;
            /** @description Whether a password is kept; it is never shown. */
            readonly hasPassword: boolean;
            /** @description Null: the name of the business. */
            readonly fromName: string | null;
            /** @description Whom the messages come from. */
            readonly fromAddress: string | null;
            /** @description Where answers go; null: to the sender. */
            readonly replyTo: string | null;
        };
        readonly MailText: {
            /** @enum {string} */
            readonly kind: "sign-in-code" | "staff-invitation" | "friend-joined" | "bonus-held" | "bonus-available" | "bonus-expiring" | "reward-to-collect";
            /** @enum {string} */
            readonly locale: "ru" | "en";
            /** @description What the message is called. */
            readonly name: components["schemas"]["LocalizedText"];
            /** @description Whether customers can decline it; codes and invitations they cannot. */
            readonly canDecline: boolean;
            readonly subject: string;
            readonly body: string;
            /** @description Whether the business wrote it. */
            readonly isOwn: boolean;
            /** @description The product’s own text. */
            readonly original: {
                readonly subject: string;
                readonly body: string;
            };
            /** @description What the text may name, as in `{{ name }}`; `fallback` is printed where nothing is known. */
            readonly fields: readonly {
                readonly name: string;
                readonly meaning: components["schemas"]["LocalizedText"];
                readonly example: string;
                readonly fallback: string;
            }[];
        };
        readonly MappedEvent: {
            readonly when: components["schemas"]["MappedSource"];
            /** @description Without case. An empty text: nothing stands there. Null: any other value that does. */
            readonly is: readonly string[] | null;
            /** @description None: known, and nothing is to be done. */
            readonly sends: readonly ("member.signed_up" | "order.placed" | "order.paid" | "order.delivered" | "order.cancelled" | "order.refunded")[];
        };
        readonly MappedSource: {
            /** @description The first that holds something counts. */
            readonly paths?: readonly string[];
            /**
             * @description All of `paths` with spaces between them, as of first and last name.
             * @constant
             */
            readonly join?: true;
            /** @description Where no path holds anything. */
            readonly constant?: string;
            /** @description Their words for ours, as RUR for RUB; an empty text for one that means nothing. */
            readonly values?: {
                readonly [key: string]: string;
            };
        };
        readonly Me: {
            readonly id: string;
            readonly email: string;
            readonly name: string;
            /** @enum {string} */
            readonly role: "owner" | "marketer" | "sales" | "accountant" | "support" | "cashier" | "readOnly";
            /** @enum {string} */
            readonly locale: "ru" | "en";
            readonly hasTotp: boolean;
            /** @description Invited and not here yet. */
            readonly isInvited: boolean;
            /** @description Until when the link works that was sent last; null when no link is out. */
            readonly inviteEndsAt: string | null;
            readonly disabledAt: string | null;
            /** Format: date-time */
            readonly createdAt: string;
            /** @description The rooms of the API (its tags) this person may change, and `publishing` who may put drafts in force: pages show no other buttons. */
            readonly mayChange: readonly string[];
            /** @description The sensitive rooms this person may read. */
            readonly maySee: readonly string[];
            /** @description Of the business, by IANA: pages tell and take times in it. */
            readonly timeZone: string;
        };
        readonly MemberSession: {
            /** @description Sent with every request of the cabinet as `Authorization: Bearer ms_…`; shown this once. */
            readonly token: string;
            /** @description The programme whose cabinet was opened; null when signed in by a code. */
            readonly programId: string | null;
            /**
             * Format: date-time
             * @description When the session ends at the latest; 30 days without a visit end it sooner.
             */
            readonly endsAt: string;
        };
        readonly MemberWishes: {
            /** @description Never ask this member to invite anybody, and send no mail but the codes they ask for. */
            readonly noInvitations: boolean;
            readonly mail: readonly {
                readonly kind: string;
                readonly name: components["schemas"]["LocalizedText"];
                readonly wanted: boolean;
            }[];
        };
        readonly Membership: {
            readonly id: string;
            readonly programId: string;
            readonly customerId: string;
            /** @enum {string} */
            readonly status: "invited" | "active" | "paused" | "left" | "blocked";
            readonly joinedAt: string | null;
            /** @description Null where the programme has no tiers. */
            readonly tier: components["schemas"]["TierStanding"] | null;
            readonly terms: {
                /** @description The newest version the member accepted. */
                readonly accepted: {
                    readonly version: number;
                    readonly textHash: string;
                    /** @enum {string} */
                    readonly locale: "ru" | "en";
                    readonly method: string;
                    /** Format: date-time */
                    readonly acceptedAt: string;
                } | null;
                /** @description The version in force. */
                readonly current: number | null;
                /** @description What is in force is worse for the member than what they accepted or joined under. */
                readonly mustAccept: boolean;
                /** @description What became worse. */
                readonly changes: readonly {
                    readonly path: string;
                    readonly text: components["schemas"]["LocalizedText"];
                }[];
                /** @description Terms of partners accepted for a tier. */
                readonly tiers: readonly {
                    readonly scope: string;
                    readonly version: number;
                    readonly textHash: string;
                    /** @enum {string} */
                    readonly locale: "ru" | "en";
                    readonly method: string;
                    /** Format: date-time */
                    readonly acceptedAt: string;
                }[];
            } | null;
        };
        readonly Money: {
            readonly amountMinor: string;
            readonly currency: string;
        };
        readonly NewCabinetSecret: {
            readonly id: string;
            /** Format: date-time */
            readonly createdAt: string;
            readonly secret: string;
        };
        readonly NewConnector: {
            readonly id: string;
            readonly name: string;
            /** @enum {string} */
            readonly preset: "woocommerce" | "insales" | "tilda" | "getcourse" | "custom";
            /**
             * @description A draft keeps payloads and does nothing with them.
             * @enum {string}
             */
            readonly status: "draft" | "active" | "paused";
            /** @enum {string} */
            readonly trust: "signed" | "checked" | "hint";
            /** @description Where the other system sends to; without its secret. */
            readonly address: string;
            readonly mapping: components["schemas"]["ShownConnectorMapping"];
            readonly checkUrl: string | null;
            readonly oldSecretValidUntil: string | null;
            readonly lastReceivedAt: string | null;
            readonly counts: {
                readonly held: number;
                readonly failed: number;
                readonly done: number;
                /** @description Of the last hundred done: taken without a contact that is none, such as the phone “-”. */
                readonly leftOut: number;
                readonly ignored: number;
                /** @description Came while the connection was off, and were not looked at since. */
                readonly kept: number;
                /** @description In the line to be decided. */
                readonly waiting: number;
            };
            /** Format: date-time */
            readonly createdAt: string;
            /** @description For the field “Secret” of a sender that signs; shown this once. */
            readonly secret: string | null;
            /** @description For a sender that does not sign; shown this once. */
            readonly addressWithSecret: string | null;
        };
        readonly NewCustomer: {
            /**
             * Format: email
             * @description Of the two at least one.
             */
            readonly email?: string;
            readonly phone?: string;
            /** @description What they are called. */
            readonly name?: string;
        };
        readonly NewKey: {
            readonly id: string;
            /** @enum {string} */
            readonly kind: "secret" | "publishable";
            readonly name: string;
            readonly source: string;
            readonly scopes: readonly ("read" | "write" | "staff" | "admin")[];
            /** Format: date-time */
            readonly createdAt: string;
            readonly expiresAt: string | null;
            readonly revokedAt: string | null;
            readonly lastUsedAt: string | null;
            readonly key: string | null;
        };
        readonly NewWebhook: {
            readonly id: string;
            readonly url: string;
            /** @description Null: every type. */
            readonly types: readonly string[] | null;
            readonly description: string | null;
            /** @enum {string} */
            readonly status: "active" | "paused" | "disabled";
            readonly disabledAt: string | null;
            readonly disabledReason: {
                /** @enum {string} */
                readonly code: "gone" | "failing";
                readonly text: components["schemas"]["LocalizedText"];
            } | null;
            /** @description Since when no attempt has succeeded. */
            readonly failingSince: string | null;
            /** @description Until when the other side asked to be left alone (Retry-After). */
            readonly quietUntil: string | null;
            /** @description What was wrong with the last attempt. */
            readonly lastError: {
                readonly code: string;
                readonly text: components["schemas"]["LocalizedText"];
            } | null;
            readonly oldSecretValidUntil: string | null;
            /** Format: date-time */
            readonly createdAt: string;
            /** @description `whsec_…`, shown this once. */
            readonly secret: string | null;
        };
        readonly Note: {
            readonly kind: string;
        } & {
            readonly [key: string]: string | number | boolean | null;
        };
        readonly Offer: {
            readonly code: string;
            /** @description The link of the code. */
            readonly link: string;
            readonly programs: readonly {
                readonly name: components["schemas"]["LocalizedText"];
                /** @description For whoever sends the link. */
                readonly share: {
                    /** @description What a message to a friend may say. */
                    readonly message: components["schemas"]["LocalizedText"];
                    /** @description Goes with every such message: that its sender is rewarded, and the mark of an advertisement. */
                    readonly disclosure: components["schemas"]["LocalizedText"] | null;
                };
                /** @description The offer in one sentence. */
                readonly sentence: components["schemas"]["LocalizedText"];
                readonly offers: readonly {
                    readonly text: components["schemas"]["LocalizedText"];
                    readonly conditions: readonly components["schemas"]["LocalizedText"][];
                }[];
                /** @description How it works, in three steps. */
                readonly steps: readonly {
                    readonly title: components["schemas"]["LocalizedText"];
                    readonly text: components["schemas"]["LocalizedText"];
                }[];
                /** @description That the sender is rewarded; show it beside the offer. Null where the sender is not. */
                readonly disclosure: components["schemas"]["LocalizedText"] | null;
            }[];
        };
        readonly OpenPayload: {
            readonly id: string;
            readonly connectorId: string;
            /** Format: date-time */
            readonly receivedAt: string;
            /** @enum {string} */
            readonly status: "kept" | "waiting" | "held" | "ignored" | "done" | "failed" | "refused";
            readonly orderId: string | null;
            readonly outcome: components["schemas"]["PayloadOutcome"] | null;
            readonly decidedBy: string | null;
            readonly decidedAt: string | null;
            readonly nextAttemptAt: string | null;
            /** @description As it came; null once its person was erased. */
            readonly body: string | null;
            /** @description Everything in it that can be mapped. */
            readonly paths: readonly {
                readonly path: string;
                readonly value: string;
            }[];
        };
        readonly Order: {
            readonly id: string;
            readonly total: {
                readonly amountMinor: string;
                readonly currency: string;
            };
            readonly tax?: {
                readonly amountMinor: string;
                readonly currency: string;
            };
            readonly delivery?: {
                readonly amountMinor: string;
                readonly currency: string;
            };
            readonly channel?: string;
            readonly lines?: readonly components["schemas"]["OrderLine"][];
        };
        readonly OrderLine: {
            readonly sku?: string;
            readonly category?: string;
            /** @default 1 */
            readonly quantity: number;
            readonly total: {
                readonly amountMinor: string;
                readonly currency: string;
            };
            readonly cost?: {
                readonly amountMinor: string;
                readonly currency: string;
            };
        };
        readonly OrderResource: {
            readonly id: string;
            readonly customerId: string | null;
            /** @enum {string} */
            readonly origin: "live" | "import" | "importEarning";
            /** @enum {string} */
            readonly status: "unknown" | "placed" | "partlyPaid" | "paid" | "partlyRefunded" | "refunded" | "cancelled";
            readonly total: components["schemas"]["Money"] | null;
            readonly delivery: components["schemas"]["Money"] | null;
            readonly tax: components["schemas"]["Money"] | null;
            readonly paid: components["schemas"]["Money"] | null;
            readonly credit: components["schemas"]["Money"] | null;
            readonly refunded: components["schemas"]["Money"] | null;
            readonly channel: string | null;
            readonly lines: readonly {
                readonly sku: string | null;
                readonly category: string | null;
                readonly quantity: number;
                readonly total: components["schemas"]["Money"];
                readonly cost: components["schemas"]["Money"] | null;
            }[];
            readonly number: number | null;
            readonly isNewCustomer: boolean | null;
            readonly isLate: boolean;
            readonly placedAt: string | null;
            readonly firstPaymentAt: string | null;
            readonly paidAt: string | null;
            readonly deliveredAt: string | null;
            readonly cancelledAt: string | null;
            readonly payments: readonly {
                readonly id: string;
                readonly amount: components["schemas"]["Money"];
                /** Format: date-time */
                readonly occurredAt: string;
            }[];
            readonly refunds: readonly {
                readonly id: string;
                readonly amount: components["schemas"]["Money"];
                readonly cut: boolean;
                /** Format: date-time */
                readonly occurredAt: string;
            }[];
            readonly rewardIds: readonly string[];
        };
        readonly Overview: {
            /**
             * Format: date-time
             * @description When it was summed up: what is answered before is in it.
             */
            readonly asOf: string;
            /** @description Today in the time zone of the business. */
            readonly day: string;
            readonly today: {
                /** @description Orders paid today, by the time of their payment: what is loaded from the past lies in its own days. */
                readonly orders: number;
                /** @description People known since today: by their first order or sign-up, where that is earlier than when we heard of them. */
                readonly customers: number;
                /** @description Opened links, people only. */
                readonly visits: number;
                /** @description Friends whose way began today: with a link, a code or a word. */
                readonly referrals: number;
                /** @description First orders paid today by friends whom somebody brought. */
                readonly counted: number;
                /** @description Rewards that were granted. */
                readonly rewards: number;
                /** @description What those are worth by unit, coupons and gifts aside. */
                readonly given: readonly {
                    /** @description An ISO 4217 code, or `points:prg_…`. */
                    readonly unit: string;
                    /** @description What the programme calls its points; null of money. */
                    readonly unitName: components["schemas"]["LocalizedText"] | null;
                    readonly amount: string;
                }[];
            };
            readonly programs: {
                readonly live: number;
                readonly all: number;
            };
            readonly owed: readonly {
                /** @description An ISO 4217 code, or `points:prg_…`. */
                readonly unit: string;
                /** @description What the programme calls its points; null of money. */
                readonly unitName: components["schemas"]["LocalizedText"] | null;
                /** @description What members could spend now, with what is reserved at a checkout. */
                readonly available: string;
                /** @description What they will have once holds end. */
                readonly held: string;
                /** @description What members owe. */
                readonly debt: string;
                /** @description What ends if it is not spent, by the month it ends in: this one and the eleven after it. */
                readonly months: readonly {
                    /** @description `2026-12`, in the time zone of the business. */
                    readonly month: string;
                    readonly amount: string;
                }[];
                /** @description What ends later than that. */
                readonly later: string;
                /** @description What has no end. */
                readonly never: string;
            }[];
            readonly funnel: {
                /** @description How often members shared from their cabinet, most first. */
                readonly shares: readonly {
                    /** @description As in `telegram`, `copy` or `qr`. */
                    readonly channel: string;
                    readonly shares: number;
                }[];
                /** @description Opened links, people only. */
                readonly visits: number;
                readonly channels: readonly {
                    /** @description How the friend named who brought them: `click`, `code`, `claim`, `lead`, `answer`, `staff`. */
                    readonly channel: string;
                    readonly started: number;
                    readonly joined: number;
                    readonly ordered: number;
                    readonly qualified: number;
                    /** @description Of all that started, those who will not count: refused, expired or taken back. */
                    readonly lost: number;
                }[];
            };
        };
        readonly Payable: {
            /** @description Whether it is known who is paid: nothing can be proposed before. */
            readonly hasPayee: boolean;
            readonly items: readonly {
                readonly programId: string;
                /** @description Neither spent, reserved nor set aside. */
                readonly amount: components["schemas"]["Money"];
            }[];
        };
        readonly Payee: {
            /** @enum {string} */
            readonly type: "individual" | "selfEmployed" | "soleTrader" | "company";
            readonly country: string;
            /** Format: date-time */
            readonly savedAt: string;
            readonly name: string | null;
            /** @description Its last four characters. */
            readonly taxId: string | null;
            /** @description Its last four characters. */
            readonly account: string | null;
        };
        readonly PayloadOutcome: {
            readonly events: readonly {
                readonly type: string;
                readonly orderId: string | null;
                readonly customer: string | null;
                readonly total: {
                    readonly amountMinor: string;
                    readonly currency: string;
                } | null;
                /** Format: date-time */
                readonly occurredAt: string;
                /** @description What it led to, or in a test would lead to. */
                readonly answer: components["schemas"]["EventAnswer"] | null;
                readonly problem: {
                    readonly code: string;
                    readonly field: string | null;
                    readonly text: components["schemas"]["LocalizedText"];
                } | null;
                /**
                 * @description What was left out of it so that the rest could be taken.
                 * @default []
                 */
                readonly notes: readonly {
                    readonly code: string;
                    readonly field: string;
                    readonly text: components["schemas"]["LocalizedText"];
                }[];
            }[];
            readonly reason: {
                readonly code: string;
                readonly field: string | null;
                readonly value: string | null;
                readonly text: components["schemas"]["LocalizedText"];
            } | null;
        };
        readonly Payout: {
            readonly id: string;
            readonly programId: string;
            readonly customerId: string;
            readonly amount: components["schemas"]["Money"];
            /** @enum {string} */
            readonly status: "proposed" | "approved" | "rejected" | "paid" | "failed";
            readonly author: string;
            readonly approver: string | null;
            /** Format: date-time */
            readonly proposedAt: string;
            readonly decidedAt: string | null;
            readonly paidAt: string | null;
            readonly taxHandling: ("withheld" | "reported" | "notDue") | null;
            /** @description The person’s year with this payout in it; null where no threshold is known. */
            readonly tax: components["schemas"]["TaxYear"] | null;
        };
        readonly PerkCodesAdded: {
            readonly added: number;
            /** @description Rewards that had waited for a code. */
            readonly served: number;
            readonly left: number;
        };
        readonly PerkReport: {
            readonly programId: string;
            readonly perk: string;
            readonly name: components["schemas"]["LocalizedText"];
            readonly kind: string;
            readonly capacity: number | null;
            /** @description Units or codes; null without a limit. */
            readonly left: number | null;
            /** @description No more than `lowStockAt` are left. */
            readonly isLow: boolean;
            readonly reserved: number;
            /** @description In members’ hands: active and used. */
            readonly given: number;
            readonly used: number;
            readonly expired: number;
            readonly revoked: number;
            /** @description Granted, and waiting for a code. */
            readonly waiting: number;
            /** @description Set aside as the default of an open choice. */
            readonly choosing: number;
            /** @description Of all units given so far, those lost after a refund included. */
            readonly cost: components["schemas"]["Money"];
            readonly entries: {
                readonly allowed: number;
                readonly refused: number;
            };
            readonly joins: {
                /** @description Refused for want of a membership, and members within 30 days. */
                readonly became: number;
                /** @description Refused for want of a tier, and in one that has it within 30 days. */
                readonly rose: number;
                /** @description Joined naming the perk. */
                readonly named: number;
                /** @description Different people. */
                readonly total: number;
            };
        };
        readonly Points: {
            readonly points: string;
            readonly programId: string;
        };
        /** @description RFC 9457; `text` holds the detail in both languages. */
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly code: string;
            readonly field: string | null;
            readonly detail: string;
            readonly text: components["schemas"]["LocalizedText"];
            readonly missing?: components["schemas"]["Money"] | components["schemas"]["Points"] | {
                readonly count: number;
            };
            readonly reasons?: readonly {
                readonly code: string;
                readonly field: string;
                readonly text: components["schemas"]["LocalizedText"];
            }[];
            readonly access?: {
                readonly opensAt: string | null;
                readonly opensForEverybodyAt: string | null;
                readonly tiers: readonly {
                    readonly id: string;
                    readonly name: components["schemas"]["LocalizedText"];
                }[];
                /** @description The tier above and what it still takes. */
                readonly next: {
                    readonly id: string;
                    readonly name: components["schemas"]["LocalizedText"];
                    readonly missing: readonly components["schemas"]["TierGap"][];
                } | null;
            };
            readonly instance?: string;
        };
        readonly Program: {
            readonly id: string;
            /**
             * @description At the time of the answer.
             * @enum {string}
             */
            readonly status: "draft" | "live" | "paused" | "ended";
            readonly endedAt: string | null;
            readonly versions: readonly components["schemas"]["ProgramVersion"][];
        };
        readonly ProgramDocument: {
            readonly name: {
                readonly ru: string;
                readonly en: string;
            };
            readonly currency: string;
            readonly timeZone?: string;
            readonly points?: {
                readonly name: {
                    readonly ru: string;
                    readonly en: string;
                };
                readonly value?: {
                    readonly amountMinor: string;
                    readonly currency: string;
                };
            };
            readonly enrolment?: {
                /** @enum {string} */
                readonly mode?: "automatic" | "optIn" | "staff";
                readonly if?: readonly {
                    readonly newCustomer?: boolean;
                    /** @description The friend was a new customer at the first order after being brought, whatever was bought since. */
                    readonly referredAsNew?: boolean;
                    readonly orderNumber?: {
                        readonly is?: number;
                        readonly atLeast?: number;
                    };
                    readonly paid?: {
                        readonly atLeast: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                    };
                    readonly deliveredOrders?: {
                        readonly atLeast: number;
                    };
                    readonly paidOrders?: {
                        readonly atLeast: number;
                    };
                    readonly sku?: {
                        readonly in: readonly string[];
                    };
                    readonly category?: {
                        readonly in: readonly string[];
                    };
                    readonly channel?: {
                        readonly in: readonly string[];
                    };
                    readonly currency?: {
                        readonly in: readonly string[];
                    };
                    readonly daysSince?: {
                        /** @enum {string} */
                        readonly event: "firstPaidOrder" | "lastPaidOrder" | "signUp" | "touch" | "joined";
                        readonly atLeast?: number;
                        readonly atMost?: number;
                    };
                    /** @description Calendar months, the end included. */
                    readonly monthsSince?: {
                        /** @enum {string} */
                        readonly event: "firstPaidOrder" | "lastPaidOrder" | "signUp" | "touch" | "joined";
                        readonly atMost: number;
                    };
                    /** @description Which of the referrer’s counted referrals this one is. */
                    readonly referralNumber?: {
                        readonly is?: number;
                        readonly atLeast?: number;
                    };
                }[];
            };
            readonly attribution?: {
                readonly windowDays?: number;
                /** @enum {string} */
                readonly touch?: "first" | "last";
                /** @enum {string} */
                readonly lockAt?: "signUp" | "firstPaidOrder";
            };
            /** @enum {string} */
            readonly sharing?: "private" | "public";
            /**
             * @description How the offer is told: what the member gets for a friend, or what they give their friend. `reward` when absent.
             * @enum {string}
             */
            readonly offerStyle?: "reward" | "gift";
            /** @description What posts to everybody carry; needed where `sharing` is `public` and referrers are rewarded. */
            readonly marking?: {
                /** @description The token of the advertisement. */
                readonly erid: string;
                /** @description Who advertises, as the law wants them named. */
                readonly advertiser: string;
            };
            readonly percentOf?: {
                /** @enum {string} */
                readonly tax?: "included" | "excluded";
            };
            /** @enum {string} */
            readonly shortfall?: "debt" | "clamp";
            readonly budget?: {
                readonly amountMinor: string;
                readonly currency: string;
            } | {
                readonly points: string;
            };
            readonly rules: readonly {
                readonly id: string;
                /** @description order.placed, order.paid, order.delivered, member.signed_up, referral.registered, feedback.given, tier.entered, referral.qualified or custom.<name>. */
                readonly on: string;
                readonly if?: readonly {
                    readonly newCustomer?: boolean;
                    /** @description The friend was a new customer at the first order after being brought, whatever was bought since. */
                    readonly referredAsNew?: boolean;
                    readonly orderNumber?: {
                        readonly is?: number;
                        readonly atLeast?: number;
                    };
                    readonly paid?: {
                        readonly atLeast: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                    };
                    readonly deliveredOrders?: {
                        readonly atLeast: number;
                    };
                    readonly paidOrders?: {
                        readonly atLeast: number;
                    };
                    readonly sku?: {
                        readonly in: readonly string[];
                    };
                    readonly category?: {
                        readonly in: readonly string[];
                    };
                    readonly channel?: {
                        readonly in: readonly string[];
                    };
                    readonly currency?: {
                        readonly in: readonly string[];
                    };
                    readonly daysSince?: {
                        /** @enum {string} */
                        readonly event: "firstPaidOrder" | "lastPaidOrder" | "signUp" | "touch" | "joined";
                        readonly atLeast?: number;
                        readonly atMost?: number;
                    };
                    /** @description Calendar months, the end included. */
                    readonly monthsSince?: {
                        /** @enum {string} */
                        readonly event: "firstPaidOrder" | "lastPaidOrder" | "signUp" | "touch" | "joined";
                        readonly atMost: number;
                    };
                    /** @description Which of the referrer’s counted referrals this one is. */
                    readonly referralNumber?: {
                        readonly is?: number;
                        readonly atLeast?: number;
                    };
                }[];
                readonly grant: {
                    /** @enum {string} */
                    readonly to: "referrer" | "friend" | "buyer" | "company";
                    readonly benefit: {
                        /** @enum {string} */
                        readonly kind: "credit" | "commission";
                        readonly amount?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        readonly percent?: {
                            /** @description 100 basis points are 1 %. */
                            readonly basisPoints: number;
                        };
                        /** @description Grows with the counted referrals of the referrer: each step begins at `from` of them. */
                        readonly steps?: {
                            /** @enum {string} */
                            readonly mode: "marginal" | "retroactive" | "milestone";
                            /** @enum {string} */
                            readonly per?: "life" | "year" | "month";
                            readonly table: readonly {
                                readonly from: number;
                                readonly amount: {
                                    readonly amountMinor: string;
                                    readonly currency: string;
                                };
                            }[];
                        };
                        readonly max?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        /** @enum {string} */
                        readonly of?: "base" | "matchingLines";
                    } | {
                        /** @constant */
                        readonly kind: "points";
                        readonly points?: string;
                        readonly per?: {
                            readonly amount: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            readonly points: string;
                        };
                        /** @description Grows with the counted referrals of the referrer: each step begins at `from` of them. */
                        readonly steps?: {
                            /** @enum {string} */
                            readonly mode: "marginal" | "retroactive" | "milestone";
                            /** @enum {string} */
                            readonly per?: "life" | "year" | "month";
                            readonly table: readonly {
                                readonly from: number;
                                readonly points: string;
                            }[];
                        };
                        readonly max?: {
                            readonly points: string;
                        };
                        /** @enum {string} */
                        readonly of?: "base" | "matchingLines";
                    } | {
                        /** @constant */
                        readonly kind: "coupon";
                        readonly percent?: {
                            /** @description 100 basis points are 1 %. */
                            readonly basisPoints: number;
                        };
                        readonly amount?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        /** @constant */
                        readonly freeDelivery?: true;
                        /** @enum {string} */
                        readonly use: "thisOrder" | "nextOrder";
                        readonly max?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        readonly validDays?: number;
                        readonly stackable?: boolean;
                    } | {
                        /** @constant */
                        readonly kind: "gift";
                        readonly sku: string;
                        readonly cost: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                    } | {
                        /** @constant */
                        readonly kind: "perk";
                        readonly perk: string;
                    } | {
                        /** @constant */
                        readonly kind: "choice";
                        readonly of: readonly string[];
                        /** @description Its unit is set aside from the start and given when nobody chooses in time. */
                        readonly default: string;
                        readonly withinDays: number;
                    } | {
                        /** @constant */
                        readonly kind: "donation";
                        /** @description Who gets it, by the name the report shows. */
                        readonly to: string;
                        readonly amount?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        readonly percent?: {
                            readonly basisPoints: number;
                        };
                        readonly max?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        /** @enum {string} */
                        readonly of?: "base" | "matchingLines";
                    };
                    readonly hold?: {
                        readonly days?: number | null;
                        /** @enum {string} */
                        readonly from?: "delivery" | "payment";
                        readonly orFromPaymentDays?: number;
                        readonly reasons?: readonly ("review" | "payer-consent" | "tax-data")[];
                    };
                    readonly expiresAfterDays?: number;
                    /** @enum {string} */
                    readonly accrue?: "whenPaid" | "perPayment";
                } | readonly {
                    /** @enum {string} */
                    readonly to: "referrer" | "friend" | "buyer" | "company";
                    readonly benefit: {
                        /** @enum {string} */
                        readonly kind: "credit" | "commission";
                        readonly amount?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        readonly percent?: {
                            /** @description 100 basis points are 1 %. */
                            readonly basisPoints: number;
                        };
                        /** @description Grows with the counted referrals of the referrer: each step begins at `from` of them. */
                        readonly steps?: {
                            /** @enum {string} */
                            readonly mode: "marginal" | "retroactive" | "milestone";
                            /** @enum {string} */
                            readonly per?: "life" | "year" | "month";
                            readonly table: readonly {
                                readonly from: number;
                                readonly amount: {
                                    readonly amountMinor: string;
                                    readonly currency: string;
                                };
                            }[];
                        };
                        readonly max?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        /** @enum {string} */
                        readonly of?: "base" | "matchingLines";
                    } | {
                        /** @constant */
                        readonly kind: "points";
                        readonly points?: string;
                        readonly per?: {
                            readonly amount: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            readonly points: string;
                        };
                        /** @description Grows with the counted referrals of the referrer: each step begins at `from` of them. */
                        readonly steps?: {
                            /** @enum {string} */
                            readonly mode: "marginal" | "retroactive" | "milestone";
                            /** @enum {string} */
                            readonly per?: "life" | "year" | "month";
                            readonly table: readonly {
                                readonly from: number;
                                readonly points: string;
                            }[];
                        };
                        readonly max?: {
                            readonly points: string;
                        };
                        /** @enum {string} */
                        readonly of?: "base" | "matchingLines";
                    } | {
                        /** @constant */
                        readonly kind: "coupon";
                        readonly percent?: {
                            /** @description 100 basis points are 1 %. */
                            readonly basisPoints: number;
                        };
                        readonly amount?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        /** @constant */
                        readonly freeDelivery?: true;
                        /** @enum {string} */
                        readonly use: "thisOrder" | "nextOrder";
                        readonly max?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        readonly validDays?: number;
                        readonly stackable?: boolean;
                    } | {
                        /** @constant */
                        readonly kind: "gift";
                        readonly sku: string;
                        readonly cost: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                    } | {
                        /** @constant */
                        readonly kind: "perk";
                        readonly perk: string;
                    } | {
                        /** @constant */
                        readonly kind: "choice";
                        readonly of: readonly string[];
                        /** @description Its unit is set aside from the start and given when nobody chooses in time. */
                        readonly default: string;
                        readonly withinDays: number;
                    } | {
                        /** @constant */
                        readonly kind: "donation";
                        /** @description Who gets it, by the name the report shows. */
                        readonly to: string;
                        readonly amount?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        readonly percent?: {
                            readonly basisPoints: number;
                        };
                        readonly max?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        };
                        /** @enum {string} */
                        readonly of?: "base" | "matchingLines";
                    };
                    readonly hold?: {
                        readonly days?: number | null;
                        /** @enum {string} */
                        readonly from?: "delivery" | "payment";
                        readonly orFromPaymentDays?: number;
                        readonly reasons?: readonly ("review" | "payer-consent" | "tax-data")[];
                    };
                    readonly expiresAfterDays?: number;
                    /** @enum {string} */
                    readonly accrue?: "whenPaid" | "perPayment";
                }[];
                readonly caps?: {
                    readonly perReferrer?: {
                        readonly count?: number;
                        readonly amount?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        } | {
                            readonly points: string;
                        };
                        /** @enum {string} */
                        readonly per: "day" | "month" | "year" | "life";
                    };
                    readonly budget?: {
                        readonly amountMinor: string;
                        readonly currency: string;
                    } | {
                        readonly points: string;
                    };
                };
                /** @description Allows the referrer to gain more than the friend. */
                readonly allowReferrerMore?: boolean;
            }[];
            /** @description A ladder, lowest first. */
            readonly tiers?: readonly {
                readonly id: string;
                readonly name: {
                    readonly ru: string;
                    readonly en: string;
                };
                readonly badge?: {
                    readonly ru: string;
                    readonly en: string;
                };
                readonly greeting?: {
                    readonly ru: string;
                    readonly en: string;
                };
                /** @description The owner’s words to who enters. */
                readonly thankYou?: {
                    readonly ru: string;
                    readonly en: string;
                };
                readonly entry: {
                    readonly if: readonly {
                        readonly paidOrders?: {
                            readonly atLeast: number;
                            /** @description So many local calendar days up to and including today; absent = for life. */
                            readonly withinDays?: number;
                        };
                        readonly spend?: {
                            readonly atLeast: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            /** @description So many local calendar days up to and including today; absent = for life. */
                            readonly withinDays?: number;
                        };
                        readonly margin?: {
                            readonly atLeast: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            /** @description So many local calendar days up to and including today; absent = for life. */
                            readonly withinDays?: number;
                        };
                        readonly qualifiedReferrals?: {
                            readonly atLeast: number;
                            /** @description So many local calendar days up to and including today; absent = for life. */
                            readonly withinDays?: number;
                        };
                        readonly scoresGiven?: {
                            readonly atLeast: number;
                            /** @description So many local calendar days up to and including today; absent = for life. */
                            readonly withinDays?: number;
                        };
                        /** @description The latest score; who gave none is not stopped unless `required`. */
                        readonly score?: {
                            readonly atLeast: number;
                            readonly required?: boolean;
                        };
                        /** @constant */
                        readonly noOpenComplaint?: true;
                        readonly daysSinceJoining?: {
                            readonly atLeast: number;
                        };
                    }[];
                    /**
                     * @description `partnerTerms`: who qualifies is invited and enters by accepting.
                     * @enum {string}
                     */
                    readonly acceptance?: "none" | "partnerTerms";
                };
                /** @description Absent = the conditions of entry. */
                readonly keep?: {
                    readonly if: readonly {
                        readonly paidOrders?: {
                            readonly atLeast: number;
                            /** @description So many local calendar days up to and including today; absent = for life. */
                            readonly withinDays?: number;
                        };
                        readonly spend?: {
                            readonly atLeast: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            /** @description So many local calendar days up to and including today; absent = for life. */
                            readonly withinDays?: number;
                        };
                        readonly margin?: {
                            readonly atLeast: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            /** @description So many local calendar days up to and including today; absent = for life. */
                            readonly withinDays?: number;
                        };
                        readonly qualifiedReferrals?: {
                            readonly atLeast: number;
                            /** @description So many local calendar days up to and including today; absent = for life. */
                            readonly withinDays?: number;
                        };
                        readonly scoresGiven?: {
                            readonly atLeast: number;
                            /** @description So many local calendar days up to and including today; absent = for life. */
                            readonly withinDays?: number;
                        };
                        /** @description The latest score; who gave none is not stopped unless `required`. */
                        readonly score?: {
                            readonly atLeast: number;
                            readonly required?: boolean;
                        };
                        /** @constant */
                        readonly noOpenComplaint?: true;
                        readonly daysSinceJoining?: {
                            readonly atLeast: number;
                        };
                    }[];
                };
                /** @description Exactly one field. The term’s last local day is included; absent = for life. */
                readonly expiry?: {
                    readonly days?: number;
                    readonly months?: number;
                    /** @description MM-DD. */
                    readonly yearly?: string;
                };
                /** @enum {string} */
                readonly downgrade?: "none" | "oneStep" | "toEarned";
                readonly graceDays?: number;
                readonly warnDays?: number;
                /** @description Ids of the document’s perks. */
                readonly perks?: readonly string[];
                /** @description Ids of the programme’s own rules that do not apply in this tier. */
                readonly replaces?: readonly string[];
                readonly rules?: readonly {
                    readonly id: string;
                    /** @description order.placed, order.paid, order.delivered, member.signed_up, referral.registered, feedback.given, tier.entered, referral.qualified or custom.<name>. */
                    readonly on: string;
                    readonly if?: readonly {
                        readonly newCustomer?: boolean;
                        /** @description The friend was a new customer at the first order after being brought, whatever was bought since. */
                        readonly referredAsNew?: boolean;
                        readonly orderNumber?: {
                            readonly is?: number;
                            readonly atLeast?: number;
                        };
                        readonly paid?: {
                            readonly atLeast: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                        };
                        readonly deliveredOrders?: {
                            readonly atLeast: number;
                        };
                        readonly paidOrders?: {
                            readonly atLeast: number;
                        };
                        readonly sku?: {
                            readonly in: readonly string[];
                        };
                        readonly category?: {
                            readonly in: readonly string[];
                        };
                        readonly channel?: {
                            readonly in: readonly string[];
                        };
                        readonly currency?: {
                            readonly in: readonly string[];
                        };
                        readonly daysSince?: {
                            /** @enum {string} */
                            readonly event: "firstPaidOrder" | "lastPaidOrder" | "signUp" | "touch" | "joined";
                            readonly atLeast?: number;
                            readonly atMost?: number;
                        };
                        /** @description Calendar months, the end included. */
                        readonly monthsSince?: {
                            /** @enum {string} */
                            readonly event: "firstPaidOrder" | "lastPaidOrder" | "signUp" | "touch" | "joined";
                            readonly atMost: number;
                        };
                        /** @description Which of the referrer’s counted referrals this one is. */
                        readonly referralNumber?: {
                            readonly is?: number;
                            readonly atLeast?: number;
                        };
                    }[];
                    readonly grant: {
                        /** @enum {string} */
                        readonly to: "referrer" | "friend" | "buyer" | "company";
                        readonly benefit: {
                            /** @enum {string} */
                            readonly kind: "credit" | "commission";
                            readonly amount?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            readonly percent?: {
                                /** @description 100 basis points are 1 %. */
                                readonly basisPoints: number;
                            };
                            /** @description Grows with the counted referrals of the referrer: each step begins at `from` of them. */
                            readonly steps?: {
                                /** @enum {string} */
                                readonly mode: "marginal" | "retroactive" | "milestone";
                                /** @enum {string} */
                                readonly per?: "life" | "year" | "month";
                                readonly table: readonly {
                                    readonly from: number;
                                    readonly amount: {
                                        readonly amountMinor: string;
                                        readonly currency: string;
                                    };
                                }[];
                            };
                            readonly max?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            /** @enum {string} */
                            readonly of?: "base" | "matchingLines";
                        } | {
                            /** @constant */
                            readonly kind: "points";
                            readonly points?: string;
                            readonly per?: {
                                readonly amount: {
                                    readonly amountMinor: string;
                                    readonly currency: string;
                                };
                                readonly points: string;
                            };
                            /** @description Grows with the counted referrals of the referrer: each step begins at `from` of them. */
                            readonly steps?: {
                                /** @enum {string} */
                                readonly mode: "marginal" | "retroactive" | "milestone";
                                /** @enum {string} */
                                readonly per?: "life" | "year" | "month";
                                readonly table: readonly {
                                    readonly from: number;
                                    readonly points: string;
                                }[];
                            };
                            readonly max?: {
                                readonly points: string;
                            };
                            /** @enum {string} */
                            readonly of?: "base" | "matchingLines";
                        } | {
                            /** @constant */
                            readonly kind: "coupon";
                            readonly percent?: {
                                /** @description 100 basis points are 1 %. */
                                readonly basisPoints: number;
                            };
                            readonly amount?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            /** @constant */
                            readonly freeDelivery?: true;
                            /** @enum {string} */
                            readonly use: "thisOrder" | "nextOrder";
                            readonly max?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            readonly validDays?: number;
                            readonly stackable?: boolean;
                        } | {
                            /** @constant */
                            readonly kind: "gift";
                            readonly sku: string;
                            readonly cost: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                        } | {
                            /** @constant */
                            readonly kind: "perk";
                            readonly perk: string;
                        } | {
                            /** @constant */
                            readonly kind: "choice";
                            readonly of: readonly string[];
                            /** @description Its unit is set aside from the start and given when nobody chooses in time. */
                            readonly default: string;
                            readonly withinDays: number;
                        } | {
                            /** @constant */
                            readonly kind: "donation";
                            /** @description Who gets it, by the name the report shows. */
                            readonly to: string;
                            readonly amount?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            readonly percent?: {
                                readonly basisPoints: number;
                            };
                            readonly max?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            /** @enum {string} */
                            readonly of?: "base" | "matchingLines";
                        };
                        readonly hold?: {
                            readonly days?: number | null;
                            /** @enum {string} */
                            readonly from?: "delivery" | "payment";
                            readonly orFromPaymentDays?: number;
                            readonly reasons?: readonly ("review" | "payer-consent" | "tax-data")[];
                        };
                        readonly expiresAfterDays?: number;
                        /** @enum {string} */
                        readonly accrue?: "whenPaid" | "perPayment";
                    } | readonly {
                        /** @enum {string} */
                        readonly to: "referrer" | "friend" | "buyer" | "company";
                        readonly benefit: {
                            /** @enum {string} */
                            readonly kind: "credit" | "commission";
                            readonly amount?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            readonly percent?: {
                                /** @description 100 basis points are 1 %. */
                                readonly basisPoints: number;
                            };
                            /** @description Grows with the counted referrals of the referrer: each step begins at `from` of them. */
                            readonly steps?: {
                                /** @enum {string} */
                                readonly mode: "marginal" | "retroactive" | "milestone";
                                /** @enum {string} */
                                readonly per?: "life" | "year" | "month";
                                readonly table: readonly {
                                    readonly from: number;
                                    readonly amount: {
                                        readonly amountMinor: string;
                                        readonly currency: string;
                                    };
                                }[];
                            };
                            readonly max?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            /** @enum {string} */
                            readonly of?: "base" | "matchingLines";
                        } | {
                            /** @constant */
                            readonly kind: "points";
                            readonly points?: string;
                            readonly per?: {
                                readonly amount: {
                                    readonly amountMinor: string;
                                    readonly currency: string;
                                };
                                readonly points: string;
                            };
                            /** @description Grows with the counted referrals of the referrer: each step begins at `from` of them. */
                            readonly steps?: {
                                /** @enum {string} */
                                readonly mode: "marginal" | "retroactive" | "milestone";
                                /** @enum {string} */
                                readonly per?: "life" | "year" | "month";
                                readonly table: readonly {
                                    readonly from: number;
                                    readonly points: string;
                                }[];
                            };
                            readonly max?: {
                                readonly points: string;
                            };
                            /** @enum {string} */
                            readonly of?: "base" | "matchingLines";
                        } | {
                            /** @constant */
                            readonly kind: "coupon";
                            readonly percent?: {
                                /** @description 100 basis points are 1 %. */
                                readonly basisPoints: number;
                            };
                            readonly amount?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            /** @constant */
                            readonly freeDelivery?: true;
                            /** @enum {string} */
                            readonly use: "thisOrder" | "nextOrder";
                            readonly max?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            readonly validDays?: number;
                            readonly stackable?: boolean;
                        } | {
                            /** @constant */
                            readonly kind: "gift";
                            readonly sku: string;
                            readonly cost: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                        } | {
                            /** @constant */
                            readonly kind: "perk";
                            readonly perk: string;
                        } | {
                            /** @constant */
                            readonly kind: "choice";
                            readonly of: readonly string[];
                            /** @description Its unit is set aside from the start and given when nobody chooses in time. */
                            readonly default: string;
                            readonly withinDays: number;
                        } | {
                            /** @constant */
                            readonly kind: "donation";
                            /** @description Who gets it, by the name the report shows. */
                            readonly to: string;
                            readonly amount?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            readonly percent?: {
                                readonly basisPoints: number;
                            };
                            readonly max?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            };
                            /** @enum {string} */
                            readonly of?: "base" | "matchingLines";
                        };
                        readonly hold?: {
                            readonly days?: number | null;
                            /** @enum {string} */
                            readonly from?: "delivery" | "payment";
                            readonly orFromPaymentDays?: number;
                            readonly reasons?: readonly ("review" | "payer-consent" | "tax-data")[];
                        };
                        readonly expiresAfterDays?: number;
                        /** @enum {string} */
                        readonly accrue?: "whenPaid" | "perPayment";
                    }[];
                    readonly caps?: {
                        readonly perReferrer?: {
                            readonly count?: number;
                            readonly amount?: {
                                readonly amountMinor: string;
                                readonly currency: string;
                            } | {
                                readonly points: string;
                            };
                            /** @enum {string} */
                            readonly per: "day" | "month" | "year" | "life";
                        };
                        readonly budget?: {
                            readonly amountMinor: string;
                            readonly currency: string;
                        } | {
                            readonly points: string;
                        };
                    };
                    /** @description Allows the referrer to gain more than the friend. */
                    readonly allowReferrerMore?: boolean;
                }[];
            }[];
            /** @description The share of an order that is earned where its lines name no cost. */
            readonly margin?: {
                readonly basisPoints: number;
                readonly categories?: readonly {
                    readonly category: string;
                    readonly basisPoints: number;
                }[];
            };
            readonly perks?: readonly {
                readonly id: string;
                readonly name: {
                    readonly ru: string;
                    readonly en: string;
                };
                /**
                 * @description earlyAccess and announcement are entitlements; of the other kinds a member holds units.
                 * @enum {string}
                 */
                readonly kind: "seat" | "earlyAccess" | "access" | "service" | "announcement" | "goods" | "codes";
                /** @description Of one unit, to the business; nothing when absent. */
                readonly cost?: {
                    readonly amountMinor: string;
                    readonly currency: string;
                };
                /** @description Units in all, over all versions; no limit when absent. */
                readonly capacity?: number;
                /** @description How many one person may have, claimed or given by rules. Absent: one seat; of other kinds one claim, and all that rules give. */
                readonly perMember?: number;
                /** @description Calendar days that one unit lasts. */
                readonly validDays?: number;
                /** @description Whether a refund of the order takes it back; true when absent. */
                readonly revokeOnRefund?: boolean;
                /**
                 * Format: date-time
                 * @description From when it lets in.
                 */
                readonly startsAt?: string;
                /**
                 * Format: date-time
                 * @description Nobody gets in, and none is given, from then on.
                 */
                readonly endsAt?: string;
                /**
                 * Format: date-time
                 * @description Early access: when everybody may enter.
                 */
                readonly opensAt?: string;
                /** @description Early access: by tier id, how many hours before `opensAt`. */
                readonly earlierHours?: {
                    readonly [key: string]: number;
                };
                /** @description Where it is; invitations are this address with a token. */
                readonly url?: string;
                /** @description From how many units or codes left a warning is noted. */
                readonly lowStockAt?: number;
            }[];
            /** @description What the business stands for, told on the page of a link and of the programme. */
            readonly story?: {
                readonly title: {
                    readonly ru: string;
                    readonly en: string;
                };
                readonly text: {
                    readonly ru: string;
                    readonly en: string;
                };
                /** @description A picture on one of the domains of the business; from elsewhere it is not shown. */
                readonly imageUrl?: string;
            };
        };
        readonly ProgramFromTemplate: {
            /** @description An id of GET /v1/templates. */
            readonly templateId: string;
            /**
             * @description Whose customs fill in what the shop’s own orders do not say; names come in both languages.
             * @enum {string}
             */
            readonly locale: "ru" | "en";
            /** @description A part of the document to lay over the template’s: lists of things with an id are merged by it, null removes a field. */
            readonly overrides?: {
                readonly [key: string]: unknown;
            };
        };
        readonly ProgramGoal: {
            /**
             * @description friendsOrdered: referrals of the programme that began since `startsAt` and reached their first paid order. signUps: those that joined or came further. newCustomers: first paid orders of new customers. repeatOrders: paid orders that are the second or later of a customer. members: active memberships now.
             * @enum {string}
             */
            readonly metric: "friendsOrdered" | "signUps" | "newCustomers" | "repeatOrders" | "members";
            readonly target: number;
            /** Format: date-time */
            readonly startsAt: string;
            /** @description The last local day. */
            readonly dueOn: string;
            /** @description By the metric’s definition, since `startsAt`. */
            readonly reached: number;
            /** @description `reached` of `target`; 10,000 = there. */
            readonly basisPoints: number;
            /** @description Where it stands, in a sentence. */
            readonly text: components["schemas"]["LocalizedText"];
        };
        readonly ProgramNumbers: {
            /** @description Active memberships. */
            readonly members: number;
            /** @description Referrals that are started or joined, whose friends have not bought yet: they survive a pause, and an end refuses what they do later. */
            readonly friendsOnTheWay: number;
            /** @description Rewards that are held or approved: they go on after a pause and after an end. */
            readonly heldRewards: number;
            /** @description Their values by unit. */
            readonly held: readonly {
                readonly unit: string;
                readonly amount: string;
            }[];
        };
        readonly ProgramVersion: {
            readonly id: string;
            readonly number: number;
            /** @enum {string} */
            readonly status: "draft" | "published";
            readonly effectiveFrom: string | null;
            readonly document: components["schemas"]["StoredProgramDocument"];
            /** @description SHA-256 of the document as it is kept, hex: what is sent back to change or publish just this one. */
            readonly documentHash: string;
            /** @description What a published version was published against; of a draft, see …/advice. */
            readonly advice: readonly components["schemas"]["GivenAdvice"][];
            /** @description Who typed the reasons: the actor of staff, else the name of the key. */
            readonly answeredBy: string | null;
        };
        readonly PublishedProgram: {
            readonly id: string;
            /**
             * @description At the time of the answer.
             * @enum {string}
             */
            readonly status: "draft" | "live" | "paused" | "ended";
            readonly endedAt: string | null;
            readonly versions: readonly components["schemas"]["ProgramVersion"][];
            readonly enrolment: components["schemas"]["EnrolmentRun"];
            readonly advice: readonly components["schemas"]["GivenAdvice"][];
        };
        /** @description How much waits for a person; each is counted up to 1000. */
        readonly Queues: {
            /** @description Held rewards only a person can let go. */
            readonly rewards: number;
            /** @description “My friend is not counted”, unanswered. */
            readonly claims: number;
            /** @description Referrals picked by chance, to be looked at. */
            readonly reviews: number;
            /** @description Gifts to hand over. */
            readonly deliveries: number;
            /** @description Payouts that wait for a second person’s approval. */
            readonly payouts: number;
            /** @description Approved payouts the bank has yet to make. */
            readonly payments: number;
            /** @description Perks that are nearly given away. */
            readonly lowStock: number;
            /** @description Addresses that were switched off since they failed. */
            readonly webhooks: number;
            readonly total: number;
        };
        readonly ReadAdvice: {
            readonly advice: readonly components["schemas"]["Advice"][];
            readonly figures: components["schemas"]["AdviceFigures"] | null;
        };
        readonly Referral: {
            readonly id: string;
            readonly programId: string;
            readonly friendId: string;
            readonly referrerId: string;
            /** @enum {string} */
            readonly status: "started" | "joined" | "ordered" | "qualified" | "refused" | "expired" | "reversed";
            readonly by: string;
            /** Format: date-time */
            readonly startedAt: string;
            readonly orderId: string | null;
            readonly reason: string | null;
            readonly qualifiesAt: string | null;
            readonly expiresAt: string | null;
            readonly texts: components["schemas"]["AudienceTexts"];
            /** @description Why it has not counted yet, or never will; null once it counts. */
            readonly whyNotYet: components["schemas"]["AudienceTexts"] | null;
        };
        readonly ReferralReview: {
            readonly referral: components["schemas"]["Referral"];
            /** @description Whether chance has picked it, at the share of today. */
            readonly isSampled: boolean;
            /** @description Null until somebody has looked at it. */
            readonly check: {
                /**
                 * @description What was found; it moves no reward.
                 * @enum {string}
                 */
                readonly finding: "sound" | "doubtful" | "fraud";
                /**
                 * Format: date-time
                 * @description When it was found.
                 */
                readonly at: string;
                /** @description Who found it, as the act named them. */
                readonly by: string | null;
            } | null;
        };
        readonly Refusal: {
            readonly programId: string | null;
            readonly ruleId: string | null;
            readonly beneficiary: string | null;
            readonly reason: string;
            readonly missing: (components["schemas"]["Money"] | components["schemas"]["Points"] | {
                readonly count: number;
            }) | null;
            readonly subject?: string;
            readonly text: components["schemas"]["LocalizedText"];
        };
        readonly Reservation: {
            readonly id: string;
            readonly customerId: string;
            /** @description An ISO 4217 code, or `points:prg_…`. */
            readonly unit: string;
            readonly amount: string;
            readonly value: components["schemas"]["Money"];
            /** @enum {string} */
            readonly status: "reserved" | "captured" | "voided" | "expired";
            /** Format: date-time */
            readonly expiresAt: string;
            readonly orderId: string | null;
        };
        readonly Reward: {
            readonly id: string;
            readonly programId: string;
            readonly versionId: string;
            readonly ruleId: string;
            /** @enum {string} */
            readonly beneficiary: "referrer" | "friend" | "buyer" | "company";
            readonly customerId: string;
            readonly friendId: string | null;
            readonly referrerId: string | null;
            readonly orderId: string | null;
            readonly benefit: components["schemas"]["Benefit"];
            readonly originalAmount: string | null;
            /** @enum {string} */
            readonly status: "held" | "approved" | "issued" | "delivered" | "redeemed" | "denied" | "cancelled" | "reversed" | "expired" | "failed";
            readonly heldUntil: string | null;
            readonly holdReasons: readonly string[];
            readonly isLoss: boolean;
            /** Format: date-time */
            readonly occurredAt: string;
            readonly texts: components["schemas"]["AudienceTexts"];
        };
        readonly RewardResult: {
            readonly id: string;
            readonly programId: string;
            readonly ruleId: string;
            readonly beneficiary: string;
            readonly customerId: string;
            readonly benefit: components["schemas"]["Benefit"];
            readonly status: string;
            readonly heldUntil: string | null;
            readonly holdReasons: readonly string[];
        };
        readonly SelfCheck: {
            /** @description Where the script was loaded from a page, newest first; to the minute. */
            readonly scripts: readonly {
                readonly host: string;
                /** Format: date-time */
                readonly seenAt: string;
            }[];
            /** @description When a cabinet was last opened inside a page of the shop. */
            readonly frameSeenAt: string | null;
            /** @description When a token signed by the shop last opened a cabinet. */
            readonly tokenAcceptedAt: string | null;
            /** @description When the last event about an order came in. */
            readonly orderStoredAt: string | null;
            /** @description When an order last named a code or a click. */
            readonly codeSeenAt: string | null;
            /** @description How often members were asked to invite in the last 30 days, as a whole number in a string. */
            readonly offersShown: string;
            /** @description Where the script is expected. */
            readonly domains: readonly string[];
            /** @description Where pages of the shop take the script from, as customers reach this installation. */
            readonly scriptUrl: string;
        };
        readonly Setup: {
            readonly isOwnerMade: boolean;
        };
        readonly ShopFigures: {
            readonly currency: string;
            readonly orders: number;
            readonly customers: number;
            readonly medianOrder: components["schemas"]["Money"];
            readonly meanOrder: components["schemas"]["Money"];
            readonly ordersPerCustomerHundredths: number;
            readonly medianDaysBetweenOrders: number | null;
            readonly marginBasisPoints: string | null;
            readonly refundRateBasisPoints: string;
        };
        readonly ShownConnectorMapping: {
            readonly fields: {
                readonly [key: string]: components["schemas"]["MappedSource"];
            };
            /** @description The events of every rule that holds. */
            readonly events: readonly components["schemas"]["MappedEvent"][];
            /** @description Where the lines stand; the other paths begin at a line. */
            readonly lines?: {
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly path: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly sku?: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly category?: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly quantity?: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly total: string;
            };
            /** @description Where refunds stand, each of them an event with a paid order. */
            readonly refunds?: {
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly path: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly id: string;
                /** @description A JSON pointer such as /billing/email; of a form, /payment/amount is the field payment[amount]. */
                readonly amount: string;
            };
            /**
             * @description `12.50`, or 1250.
             * @default decimal
             * @enum {string}
             */
            readonly amounts: "decimal" | "minor";
            /** @description Where no field says it. */
            readonly currency?: string;
            /** @description Of times without a zone; the business's own when absent. */
            readonly timeZone?: string;
        };
        readonly ShownFileReading: {
            /**
             * @description What the headers do not tell by themselves.
             * @default []
             */
            readonly columns: readonly {
                /** @description Of ours, as the preview lists them. */
                readonly column: string;
                /** @description Of the file; null: the file has no such column. */
                readonly header: string | null;
            }[];
            /** @description Of rows that name none. */
            readonly currency?: string;
            /** @description Of dates without a zone; the business's own when absent. */
            readonly timeZone?: string;
            /**
             * @description For amounts such as 1,234.
             * @enum {string}
             */
            readonly decimalMark?: "." | ",";
            /**
             * @description How 02/03/2026 is read.
             * @default dmy
             * @enum {string}
             */
            readonly dateOrder: "dmy" | "mdy";
            /**
             * @description Found out when absent.
             * @enum {string}
             */
            readonly encoding?: "utf-8" | "windows-1251" | "utf-16le" | "utf-16be";
            /**
             * @description Found out when absent.
             * @enum {string}
             */
            readonly delimiter?: "," | ";" | "\t";
        };
        readonly Staff: {
            readonly id: string;
            readonly email: string;
            readonly name: string;
            /** @enum {string} */
            readonly role: "owner" | "marketer" | "sales" | "accountant" | "support" | "cashier" | "readOnly";
            /** @enum {string} */
            readonly locale: "ru" | "en";
            readonly hasTotp: boolean;
            /** @description Invited and not here yet. */
            readonly isInvited: boolean;
            /** @description Until when the link works that was sent last; null when no link is out. */
            readonly inviteEndsAt: string | null;
            readonly disabledAt: string | null;
            /** Format: date-time */
            readonly createdAt: string;
        };
        readonly StaffFriendClaim: {
            readonly id: string;
            readonly customerId: string;
            readonly customerName: string | null;
            /** @description Whom the member means, as they wrote it. */
            readonly friend: string;
            readonly note: string | null;
            /** @enum {string} */
            readonly status: "open" | "accepted" | "declined";
            /** Format: date-time */
            readonly createdAt: string;
            /** @description What the member reads. */
            readonly answer: string | null;
            readonly answeredBy: string | null;
            readonly answeredAt: string | null;
        };
        readonly StaffInvitation: {
            readonly staff: components["schemas"]["Staff"];
            /** @description Works once, for seven days; it is in this answer and in the mail only. */
            readonly link: string;
            /** @description Whether the link goes by mail too; false: no mail is set up. */
            readonly isMailed: boolean;
        };
        readonly Statement: {
            readonly customerId: string;
            readonly from: string | null;
            /** Format: date-time */
            readonly to: string;
            readonly opening: components["schemas"]["Money"];
            readonly lines: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly reason: string;
                readonly text: {
                    readonly ru: string;
                    readonly en: string;
                };
                readonly amount: components["schemas"]["Money"];
                readonly orderId: string | null;
            }[];
            readonly closing: components["schemas"]["Money"];
            readonly taxYears: readonly components["schemas"]["TaxYear"][];
        };
        readonly StoredEvent: {
            readonly eventId: string;
            /** @enum {string} */
            readonly outcome: "processed" | "duplicate" | "parked";
            readonly customerId: string | null;
            readonly attribution: components["schemas"]["Attribution"] | null;
            readonly attributions: readonly components["schemas"]["Attribution"][];
            readonly rewards: readonly components["schemas"]["RewardResult"][];
            readonly refusals: readonly components["schemas"]["Refusal"][];
            readonly tierChanges?: readonly components["schemas"]["TierChange"][];
            readonly notes?: readonly components["schemas"]["Note"][];
            readonly produced?: {
                readonly [key: string]: string;
            };
            readonly type: string;
            readonly sequence: string;
            /** Format: date-time */
            readonly occurredAt: string;
            /** Format: date-time */
            readonly storedAt: string;
            readonly orderId: string | null;
        };
        /** @description The document as it was sent; its fields are those of ProgramDocument. */
        readonly StoredProgramDocument: {
            readonly name: components["schemas"]["LocalizedText"];
            readonly currency: string;
            readonly rules: readonly ({
                readonly id: string;
                readonly on: string;
            } & {
                readonly [key: string]: unknown;
            })[];
        } & {
            readonly [key: string]: unknown;
        };
        readonly StoryEvent: {
            readonly sequence: string;
            /** Format: date-time */
            readonly at: string;
            /** Format: date-time */
            readonly storedAt: string;
            readonly type: string;
            readonly orderId: string | null;
            /** @description Who did it for the business; null where the shop, the person or the clock did. */
            readonly actor: string | null;
            /** @description It happened to somebody this customer brought, or to who brought them. */
            readonly isAboutFriend: boolean;
            readonly sentences: readonly {
                /** @enum {string} */
                readonly kind: "event" | "attribution" | "reward" | "refusal" | "reversal" | "tier" | "money" | "note";
                readonly text: components["schemas"]["LocalizedText"];
            }[];
            /** @description What was typed with the act. */
            readonly reason: string | null;
        };
        readonly TaxYear: {
            readonly year: string;
            readonly currency: string;
            readonly given: components["schemas"]["Money"];
            readonly threshold: components["schemas"]["Money"];
            /**
             * @description `near` from 80 % of the threshold on, `over` from 100 % on.
             * @enum {string}
             */
            readonly state: "clear" | "near" | "over";
        };
        readonly Template: {
            readonly id: string;
            readonly goals: readonly ("firstSales" | "signUps" | "loyalty" | "recurringRevenue" | "wordOfMouth")[];
            readonly name: components["schemas"]["LocalizedText"];
            readonly forWhom: components["schemas"]["LocalizedText"];
            /** @description When not to run this. */
            readonly notWhen: readonly components["schemas"]["LocalizedText"][];
            /** @description The offer of the proposed document in one sentence. */
            readonly offer: components["schemas"]["LocalizedText"];
            /** @description The document as proposed for this business. */
            readonly document: {
                readonly name: components["schemas"]["LocalizedText"];
                readonly currency: string;
            } & {
                readonly [key: string]: unknown;
            };
            /** @description Why each default is what it is. */
            readonly reasons: readonly components["schemas"]["TemplateReason"][];
        };
        readonly TemplateReason: {
            /** @description JSON pointer into the document. */
            readonly path: string;
            /** @description What stands there. */
            readonly value: unknown;
            readonly reason: components["schemas"]["LocalizedText"];
            /** @description The study, law or custom it rests on; the business’s own orders; or a convention without evidence. */
            readonly source: components["schemas"]["LocalizedText"];
            readonly year: number | null;
            /** @enum {string} */
            readonly trust: "study" | "vendor" | "complaint" | "practice" | "law" | "arithmetic" | "own-orders" | "convention";
        };
        readonly Tenant: {
            readonly id: string;
            readonly name: string;
            readonly slug: string;
            readonly timeZone: string;
            /** @enum {string} */
            readonly locale: "ru" | "en";
            readonly landingUrl: string | null;
            readonly landingDomains: readonly string[];
            readonly clickRetentionDays: number;
            readonly identityRetentionDays: number;
            /** @description The share of referrals picked by chance for a person to look at; 500 = 5 % unless changed. */
            readonly reviewShareBasisPoints: number;
            readonly margin: components["schemas"]["TypedMargin"] | null;
            /** @description What handling one reward costs in work. */
            readonly handlingCost: components["schemas"]["Money"] | null;
            /** @description Opens the shop with a coupon: an address with `{code}` in it. */
            readonly couponUrl: string | null;
            readonly publicUrl: string;
            /** Format: date-time */
            readonly createdAt: string;
            readonly brand: components["schemas"]["Brand"];
            /** @description Who is answerable for personal data; null until the owner says so. */
            readonly controller: {
                readonly name: string;
                readonly address: string | null;
                readonly contact: string;
                readonly privacyUrl: string;
            } | null;
            /** @description Where the shop takes a code from the address. */
            readonly shopLink: string | null;
            readonly region: ("ru" | "eu" | "other") | null;
        };
        readonly TenantChange: {
            readonly name?: string;
            readonly timeZone?: string;
            /** @enum {string} */
            readonly locale?: "ru" | "en";
            readonly landingUrl?: string | null;
            readonly landingDomains?: readonly string[];
            readonly clickRetentionDays?: number;
            readonly identityRetentionDays?: number;
            /** @description 100 basis points are 1 %. */
            readonly reviewShareBasisPoints?: number;
            readonly margin?: components["schemas"]["TypedMargin"] | null;
            readonly handlingCost?: {
                readonly amountMinor: string;
                readonly currency: string;
            } | null;
            /** @description As in `https://shop.example/cart?coupon={code}`, on a domain of landingDomains. */
            readonly couponUrl?: string | null;
            /** @description What is absent stays. Colours that cannot be read on one another are refused by name. */
            readonly brand?: {
                /** @description Colours by day. */
                readonly light?: {
                    /** @description `#rrggbb`. */
                    readonly ground?: string;
                    /** @description `#rrggbb`. */
                    readonly ink?: string;
                    /** @description `#rrggbb`. */
                    readonly accent?: string;
                };
                /** @description Colours by night. */
                readonly dark?: {
                    /** @description `#rrggbb`. */
                    readonly ground?: string;
                    /** @description `#rrggbb`. */
                    readonly ink?: string;
                    /** @description `#rrggbb`. */
                    readonly accent?: string;
                };
                /** @description Of corners, in pixels. */
                readonly radius?: number;
                /**
                 * @description Letters that are on the reader’s device already: nothing is loaded.
                 * @enum {string}
                 */
                readonly font?: "system" | "humanist" | "serif" | "rounded";
                /** @description Null takes it away. */
                readonly logo?: {
                    /** @description The picture, PNG or JPEG, in Base64. */
                    readonly data: string;
                } | null;
            };
            readonly controller?: components["schemas"]["Controller"] | null;
            /** @description Where the shop takes a code from the address, as in `https://shop.example/?coupon={code}`; on a listed domain. */
            readonly shopLink?: string | null;
            readonly region?: ("ru" | "eu" | "other") | null;
        };
        readonly Terms: {
            readonly programId: string;
            readonly version: number;
            /** @enum {string} */
            readonly status: "draft" | "published";
            readonly effectiveFrom: string | null;
            /** @enum {string} */
            readonly locale: "ru" | "en";
            readonly name: components["schemas"]["LocalizedText"];
            /** @description The offer in one sentence. */
            readonly offer: string;
            /** @description How it works, in three steps. */
            readonly steps: readonly {
                readonly title: string;
                readonly text: string;
            }[];
            readonly sections: readonly {
                readonly id: string;
                readonly title: string;
                readonly paragraphs: readonly string[];
            }[];
            /** @description The whole page: what is accepted. */
            readonly text: string;
            /** @description SHA-256 of the text, hex. */
            readonly textHash: string;
        };
        readonly TermsAcceptance: {
            readonly version: number;
            /** @description `textHash` of the terms as they were shown. */
            readonly textHash: string;
            /** @enum {string} */
            readonly locale: "ru" | "en";
            /**
             * @default button
             * @enum {string}
             */
            readonly method: "checkbox" | "button" | "signature" | "paper" | "other";
        };
        readonly TierAcceptance: {
            /** @description The tier invited to when absent. */
            readonly tierId?: string;
            /** @description The version of the programme whose terms were shown. */
            readonly version: number;
            /** @description `textHash` of the terms as they were shown. */
            readonly textHash: string;
            /** @enum {string} */
            readonly locale: "ru" | "en";
            /**
             * @default button
             * @enum {string}
             */
            readonly method: "checkbox" | "button" | "signature" | "paper" | "other";
            /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
            readonly actor?: string;
        };
        readonly TierChange: {
            readonly programId: string;
            readonly customerId: string;
            /** @description The tier before; null = none. */
            readonly from: string | null;
            readonly to: string | null;
            /** @enum {string} */
            readonly reason: "earned" | "accepted" | "not-kept" | "entry-undone" | "tier-removed" | "membership-ended";
        };
        readonly TierGap: {
            /** @enum {string} */
            readonly metric: "paidOrders" | "spend" | "margin" | "qualifiedReferrals" | "scoresGiven" | "score" | "noOpenComplaint" | "daysSinceJoining" | "partnerTerms";
            readonly have: number | components["schemas"]["Money"];
            readonly need: number | components["schemas"]["Money"];
            readonly missing: number | components["schemas"]["Money"];
            /** @description Only of what counts in a window of days. */
            readonly withinDays?: number;
            /**
             * @description Only of margin: from the lines’ cost, the programme’s typed share, some of each, or nothing known.
             * @enum {string}
             */
            readonly marginFrom?: "cost" | "typed" | "mixed" | "unknown";
            readonly text: components["schemas"]["LocalizedText"];
        };
        readonly TierPreview: {
            /** @description Members looked at, and customers who would become one. */
            readonly evaluated: number;
            /** @description How many go from where to where; who stays is not among them. */
            readonly moves: readonly {
                /** @description Null = in no tier. */
                readonly from: string | null;
                /** @description Null = in no tier. */
                readonly to: string | null;
                readonly customers: number;
            }[];
            readonly up: number;
            readonly down: number;
            readonly newlyInvited: number;
            /** @description The first 50 who move. */
            readonly customers: readonly {
                readonly customerId: string;
                /** @description Null = in no tier. */
                readonly from: string | null;
                /** @description Null = in no tier. */
                readonly to: string | null;
            }[];
            /** @description Not null when time was up before everybody was looked at. */
            readonly next: string | null;
        };
        readonly TierStanding: {
            /** @description Null = in no tier. */
            readonly id: string | null;
            readonly name: components["schemas"]["LocalizedText"] | null;
            readonly badge: components["schemas"]["LocalizedText"] | null;
            readonly greeting: components["schemas"]["LocalizedText"] | null;
            readonly thankYou: components["schemas"]["LocalizedText"] | null;
            readonly since: string | null;
            readonly termEndsAt: string | null;
            readonly graceEndsAt: string | null;
            /** @description The loss that time alone will bring, from `warnDays` before it. */
            readonly willDrop: {
                /** Format: date-time */
                readonly at: string;
                readonly to: string | null;
                readonly reasons: readonly components["schemas"]["TierGap"][];
            } | null;
            /** @description Entered by accepting the partner terms. */
            readonly invitedTo: {
                readonly id: string;
                readonly name: components["schemas"]["LocalizedText"];
                /** Format: date-time */
                readonly at: string;
                /** @enum {string} */
                readonly by: "rules" | "staff";
            } | null;
            /** @description The tier above and what it still takes. */
            readonly next: {
                readonly id: string;
                readonly name: components["schemas"]["LocalizedText"];
                readonly missing: readonly components["schemas"]["TierGap"][];
            } | null;
        };
        /** @description What is left of a price after the goods are paid for. Written into programmes that name none. */
        readonly TypedMargin: {
            /** @description 100 basis points are 1 %. */
            readonly basisPoints: number;
            readonly categories?: readonly {
                readonly category: string;
                /** @description 100 basis points are 1 %. */
                readonly basisPoints: number;
            }[];
        };
        readonly TypedReasons: {
            readonly [key: string]: string;
        };
        readonly Upload: {
            readonly id: string;
            /** @enum {string} */
            readonly kind: "orders" | "refunds" | "customers";
            /** @enum {string} */
            readonly origin: "console" | "folder" | "address";
            readonly source: string | null;
            readonly fileName: string;
            readonly sizeBytes: string;
            /** @enum {string} */
            readonly status: "receiving" | "ready" | "queued" | "running" | "done" | "failed" | "cancelled";
            /** @enum {string} */
            readonly mode: "history" | "earn";
            readonly counts: {
                readonly rows: number;
                readonly imported: number;
                /** @description Known before: nothing is done twice. */
                readonly known: number;
                /** @description Orders never paid. */
                readonly skipped: number;
                readonly failed: number;
                readonly problems: number;
                /** @description Refunds whose order is not known yet. */
                readonly waiting: number;
            } | null;
            /** @description How much is done, 0 to 1. */
            readonly share: number;
            readonly rowsPerSecond: number | null;
            /** @description Why the file could not be read at all. */
            readonly problems: readonly {
                readonly row: number;
                readonly column: string | null;
                readonly value: string;
                readonly code: string;
                readonly text: components["schemas"]["LocalizedText"];
            }[];
            readonly hasReport: boolean;
            /** Format: date-time */
            readonly createdAt: string;
            readonly startedAt: string | null;
            readonly finishedAt: string | null;
        };
        readonly UploadPreview: {
            readonly format: {
                readonly encoding: string;
                readonly delimiter: string;
                readonly newline: string;
            } | null;
            readonly header: readonly string[];
            readonly columns: readonly {
                readonly column: string;
                /** @description `oneOf`: at least one of those marked so with it. */
                readonly need: ("always" | "oneOf") | null;
                /** @description Where it was found; null: nowhere. */
                readonly header: string | null;
            }[];
            readonly rows: readonly {
                readonly row: number;
                readonly orderId: string | null;
                readonly customer: string | null;
                readonly occurredAt: string | null;
                readonly status: string | null;
                readonly amount: {
                    readonly amountMinor: string;
                    readonly currency: string;
                } | null;
                readonly code: string | null;
            }[];
            /** @description The first rows as they stand. */
            readonly samples: readonly (readonly string[])[];
            readonly problems: readonly {
                readonly row: number;
                readonly column: string | null;
                readonly value: string;
                readonly code: string;
                readonly text: components["schemas"]["LocalizedText"];
            }[];
            readonly rowsLookedAt: number;
        };
        readonly UploadRoom: {
            /** @description Of files not imported yet, of failed ones, and of reports. */
            readonly usedBytes: string;
            /** @description A setting of the installation. */
            readonly maxBytes: string;
        };
        readonly UploadSource: {
            readonly name: string;
            /** @enum {string} */
            readonly kind: "orders" | "refunds" | "customers";
            /** @enum {string} */
            readonly mode: "history" | "earn";
            readonly reading: components["schemas"]["ShownFileReading"];
            readonly programId: string | null;
            readonly watchesFolder: boolean;
            /** @description Where its files are put, on the machine of the server. */
            readonly folder: string;
            /** @description Where its file is fetched. Such an address may hold a secret: who may not set one is shown its site only. */
            readonly url: string | null;
            readonly fetchAt: string | null;
            readonly nextFetchAt: string | null;
            readonly lastFetchAt: string | null;
            readonly lastError: {
                readonly code: string;
                readonly text: components["schemas"]["LocalizedText"];
            } | null;
            /** Format: date-time */
            readonly createdAt: string;
        };
        readonly VersionTrial: {
            readonly orderId: string;
            /** @description As `POST /v1/events/dry-run` answers with this version alone. */
            readonly would: components["schemas"]["EventAnswer"];
            /** @description What the order earned in this programme when it was paid. */
            readonly did: readonly components["schemas"]["Reward"][];
        };
        readonly Webhook: {
            readonly id: string;
            readonly url: string;
            /** @description Null: every type. */
            readonly types: readonly string[] | null;
            readonly description: string | null;
            /** @enum {string} */
            readonly status: "active" | "paused" | "disabled";
            readonly disabledAt: string | null;
            readonly disabledReason: {
                /** @enum {string} */
                readonly code: "gone" | "failing";
                readonly text: components["schemas"]["LocalizedText"];
            } | null;
            /** @description Since when no attempt has succeeded. */
            readonly failingSince: string | null;
            /** @description Until when the other side asked to be left alone (Retry-After). */
            readonly quietUntil: string | null;
            /** @description What was wrong with the last attempt. */
            readonly lastError: {
                readonly code: string;
                readonly text: components["schemas"]["LocalizedText"];
            } | null;
            readonly oldSecretValidUntil: string | null;
            /** Format: date-time */
            readonly createdAt: string;
        };
        readonly WebhookDelivery: {
            /** @description The message’s id, `msg_…`; the same in every attempt and for every receiver. */
            readonly id: string;
            readonly webhookId: string;
            readonly type: string;
            /** @enum {string} */
            readonly status: "pending" | "delivered" | "dead";
            /** Format: date-time */
            readonly createdAt: string;
            readonly nextAttemptAt: string | null;
            readonly deliveredAt: string | null;
            readonly lastStatus: number | null;
            /** @description What was wrong with the last attempt. */
            readonly lastError: {
                readonly code: string;
                readonly text: components["schemas"]["LocalizedText"];
            } | null;
            readonly attempts: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly durationMs: number;
                readonly status: number | null;
                readonly error: string | null;
            }[];
        };
        readonly WorstCase: {
            readonly order: components["schemas"]["Money"];
            /** @description Which order of the customer is the worst: 1 is a newcomer’s first. */
            readonly orderNumber: number;
            readonly givenAway: components["schemas"]["Money"];
            readonly basisPoints: number;
            /** @description Of an order of 1,000. */
            readonly perThousand: components["schemas"]["Money"];
            readonly parts: readonly {
                readonly path: string;
                readonly ruleId: string;
                readonly tierId: string | null;
                /** @enum {string} */
                readonly to: "referrer" | "friend" | "buyer";
                readonly amount: components["schemas"]["Money"];
            }[];
            /** @description Places whose cost the document does not say: the sum is a lower bound then. */
            readonly unknown: readonly string[];
            readonly margin: {
                readonly basisPoints: number;
                readonly amount: components["schemas"]["Money"];
                /** @enum {string} */
                readonly from: "document" | "owner" | "lines";
                readonly left: components["schemas"]["Money"];
            } | null;
            readonly text: components["schemas"]["LocalizedText"];
        };
    };
    responses: {
        /** @description RFC 9457: what is wrong, in both languages. */
        readonly Problem: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getEvents: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly by?: "hand";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["StoredEvent"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postEvents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Event"] | {
                    readonly events: readonly components["schemas"]["Event"][];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventAnswer"] | {
                        readonly results: readonly (components["schemas"]["EventAnswer"] | components["schemas"]["Problem"])[];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postEventsDryRun: {
        readonly parameters: {
            readonly query?: {
                readonly programVersionId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Event"] | {
                    readonly events: readonly components["schemas"]["Event"][];
                    readonly programVersionId?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventAnswer"] | {
                        readonly results: readonly (components["schemas"]["EventAnswer"] | components["schemas"]["Problem"])[];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getEventsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StoredEvent"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomers: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly programId?: string;
                readonly status?: "invited" | "active" | "paused" | "left" | "blocked";
                readonly hasComplaint?: "true";
                readonly q?: string;
                readonly ids?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["CustomerSummary"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCustomers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewCustomer"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerResource"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerResource"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putCustomersId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CustomerInput"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerResource"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteCustomersId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdExport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerExport"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdStory: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["StoryEvent"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdWishes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerWishes"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly patchCustomersIdWishes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly noInvitations: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerWishes"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdEntries: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Entry"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdRewards: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly order?: "oldest" | "newest";
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Reward"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdReferrals: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly as?: "referrer" | "friend";
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Referral"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCustomersIdAdjustments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly amount: {
                        readonly amountMinor: string;
                        readonly currency: string;
                    } | {
                        readonly points: string;
                        readonly programId: string;
                    };
                    readonly reason: string;
                    /** Format: date-time */
                    readonly expiresAt?: string;
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerResource"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCustomersIdMerge: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The customer that ends: external id or `cus_…`. */
                    readonly fromId: string;
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerResource"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCustomersIdMemberships: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly programId: string;
                    /** @description The perk they join for, counted in its report. */
                    readonly perk?: string;
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Membership"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly patchCustomersIdMemberships: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly programId: string;
                    /** @enum {string} */
                    readonly status: "active" | "paused" | "left" | "blocked";
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Membership"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCustomersIdCodes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    readonly code?: string;
                    /**
                     * @default personal
                     * @enum {string}
                     */
                    readonly kind?: "personal" | "card" | "campaign";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Code"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCodesIdRetire: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Code"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPrograms: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly status?: "draft" | "live" | "paused" | "ended";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Program"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPrograms: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly document: components["schemas"]["ProgramDocument"];
                } | components["schemas"]["ProgramFromTemplate"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Program"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProgramsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Program"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteProgramsId: {
        readonly parameters: {
            readonly query?: {
                readonly documentHash?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsIdVersions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly document: components["schemas"]["ProgramDocument"];
                    /** @description That of the newest version when this one was begun: `draft_changed` when another has been kept since. */
                    readonly documentHash?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Program"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putProgramsIdVersionsNumber: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly document: components["schemas"]["ProgramDocument"];
                    /** @description That of the draft as it was read: `draft_changed` when it has been replaced since. */
                    readonly documentHash?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Program"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteProgramsIdVersionsNumber: {
        readonly parameters: {
            readonly query?: {
                readonly documentHash?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Program"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsIdVersionsNumberPublish: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date-time
                     * @description Now when absent; only a first version may start in the past.
                     */
                    readonly effectiveFrom?: string;
                    /** @description Why each warning does not matter. Without it a key alone is let through on warnings; staff must answer each. */
                    readonly reasons?: components["schemas"]["TypedReasons"];
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor?: string;
                    /** @description That of the draft as it was read: `draft_changed` when it has been replaced since, and nothing is published. */
                    readonly documentHash?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublishedProgram"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsIdPause: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Program"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsIdResume: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Program"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsIdEnd: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Program"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsIdEnrol: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EnrollingProgram"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getOverview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Overview"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getQueues: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Queues"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getQueuesLowStock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly programId: string;
                            readonly program: components["schemas"]["LocalizedText"];
                            readonly perk: string;
                            readonly name: components["schemas"]["LocalizedText"];
                            readonly left: number;
                            /** @description Null for a pool of codes. */
                            readonly capacity: number | null;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getTemplates: {
        readonly parameters: {
            readonly query?: {
                readonly goal?: "firstSales" | "signUps" | "loyalty" | "recurringRevenue" | "wordOfMouth";
                readonly locale?: "ru" | "en";
                readonly currency?: string;
                readonly orderMinor?: string;
                readonly daysBetweenOrders?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Template"][];
                        /** @description What the proposals rest on; null before the first paid order. */
                        readonly figures: components["schemas"]["ShopFigures"] | null;
                        /** @description Why nothing is proposed to this business; null when something is. */
                        readonly unfit: components["schemas"]["LocalizedText"] | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsLint: {
        readonly parameters: {
            readonly query?: {
                readonly programId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly document: components["schemas"]["ProgramDocument"];
                } | components["schemas"]["ProgramFromTemplate"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReadAdvice"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProgramsIdVersionsNumberAdvice: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReadAdvice"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCalculatorsMultiLevel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Basis points of the order for each level, nearest first. */
                    readonly levels: readonly number[];
                    readonly marginBasisPoints: number;
                    /** @description 1,000 roubles when absent. */
                    readonly order?: {
                        readonly amountMinor: string;
                        readonly currency: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LevelsVerdict"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCalculatorsWorstCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly document: components["schemas"]["ProgramDocument"];
                    /** @description The shop’s median order when absent, else the highest minimum of the document, else 1,000. */
                    readonly order?: {
                        readonly amountMinor: string;
                        readonly currency: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorstCase"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getChecklist: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Checklist"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postChecklistItem: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: "import" | "mail" | "backup";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Checklist"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteChecklistItem: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly item: "import" | "mail" | "backup";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Checklist"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProgramsIdNumbers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgramNumbers"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProgramsIdTrialOrders: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly id: string;
                            readonly total: components["schemas"]["Money"];
                            /** Format: date-time */
                            readonly paidAt: string;
                            readonly number: number | null;
                            readonly isNewCustomer: boolean | null;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsIdVersionsNumberTrial: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly orderId: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VersionTrial"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProgramsIdGoal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly goal: components["schemas"]["ProgramGoal"] | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putProgramsIdGoal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description friendsOrdered: referrals of the programme that began since `startsAt` and reached their first paid order. signUps: those that joined or came further. newCustomers: first paid orders of new customers. repeatOrders: paid orders that are the second or later of a customer. members: active memberships now.
                     * @enum {string}
                     */
                    readonly metric: "friendsOrdered" | "signUps" | "newCustomers" | "repeatOrders" | "members";
                    readonly target: number;
                    /** Format: date */
                    readonly dueOn: string;
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly goal: components["schemas"]["ProgramGoal"] | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProgramsIdTerms: {
        readonly parameters: {
            readonly query?: {
                readonly locale?: "ru" | "en";
                readonly version?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Terms"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getTermsTextHash: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly textHash: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly textHash: string;
                        readonly text: string;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCustomersIdMembershipsProgramIdTerms: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly programId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TermsAcceptance"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Membership"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsTexts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly document: components["schemas"]["ProgramDocument"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentTexts"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCustomersIdMembershipsProgramIdTierAccept: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly programId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TierAcceptance"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Membership"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCustomersIdMembershipsProgramIdTierInvite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly programId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly tierId: string;
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Membership"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsIdVersionsNumberPreview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @description `next` of the answer before, to go on from there. */
                    readonly after?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TierPreview"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCheckoutCheck: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CheckoutQuestion"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckoutAnswer"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postReservations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly customer: components["schemas"]["Customer"];
                    readonly amount: {
                        readonly amountMinor: string;
                        readonly currency: string;
                    } | {
                        readonly points: string;
                        readonly programId: string;
                    };
                    readonly orderId?: string;
                    /**
                     * Format: date-time
                     * @description Thirty minutes from now when absent; at most seven days.
                     */
                    readonly expiresAt?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Reservation"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getReservationsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Reservation"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postReservationsIdCapture: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    readonly orderId?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Reservation"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postReservationsIdVoid: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Reservation"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCouponsCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Coupon"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCouponsCodeRelease: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Coupon"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getRewards: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly status?: "held" | "approved" | "issued" | "delivered" | "redeemed" | "denied" | "cancelled" | "reversed" | "expired" | "failed";
                readonly programId?: string;
                readonly customerId?: string;
                readonly orderId?: string;
                readonly waitsFor?: "decision" | "delivery";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Reward"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRewardsDecide: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly act: "approve" | "deny" | "deliver";
                    readonly ids: readonly string[];
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly results: readonly components["schemas"]["DecidedReward"][];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRewardsIdApprove: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Reward"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRewardsIdDeny: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Reward"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRewardsIdDeliver: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Reward"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdPerks: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly programId?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["AccessGrant"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCustomersIdPerks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly programId: string;
                    readonly perk: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessGrant"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRewardsIdChoose: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly perk: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Reward"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postAccessCheck: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description External id or `cus_…`; absent for a guest nobody knows. */
                    readonly customer?: string;
                    readonly programId: string;
                    readonly perk: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessAllowed"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postAccessRedeem: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly token: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessGrant"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProgramsIdPerksPerk: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly perk: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PerkReport"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProgramsIdPerksPerkMembers: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly perk: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["EntitledMember"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProgramsIdDonations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Donations"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postProgramsIdPerksPerkCodes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly perk: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly codes: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PerkCodesAdded"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdPayee: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payee"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putCustomersIdPayee: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly type: "individual" | "selfEmployed" | "soleTrader" | "company";
                    /**
                     * @description ISO 3166-1 alpha-2.
                     * @default RU
                     */
                    readonly country?: string;
                    readonly name?: string;
                    /** @description Russia: INN. United States: SSN or EIN. */
                    readonly taxId?: string;
                    /** @description Russia: OGRNIP or OGRN. */
                    readonly registrationNumber?: string;
                    /** @description Russia: KPP. */
                    readonly branchCode?: string;
                    readonly account?: string;
                    /** @description Russia: BIK. Elsewhere BIC or routing number. */
                    readonly bankCode?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payee"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPayoutsRegister: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "proposed" | "approved" | "rejected" | "paid" | "failed";
                readonly locale?: "ru" | "en";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPayoutsTaxYears: {
        readonly parameters: {
            readonly query: {
                readonly year: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly customerId: string;
                            readonly tax: components["schemas"]["TaxYear"];
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPayouts: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly status?: "proposed" | "approved" | "rejected" | "paid" | "failed";
                readonly programId?: string;
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Payout"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPayouts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description External id or `cus_…`. */
                    readonly customer: string;
                    readonly programId: string;
                    /** @description All there is when absent. */
                    readonly amount?: {
                        readonly amountMinor: string;
                        readonly currency: string;
                    };
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payout"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPayoutsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payout"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdPayable: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payable"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPayoutsIdApprove: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                    /**
                     * @description Needed once the person’s year has reached the threshold.
                     * @enum {string}
                     */
                    readonly taxHandling?: "withheld" | "reported" | "notDue";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payout"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPayoutsIdReject: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payout"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPayoutsIdPaid: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payout"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPayoutsIdFailed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payout"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdStatement: {
        readonly parameters: {
            readonly query?: {
                readonly currency?: string;
                readonly from?: string;
                readonly to?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Statement"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdStatementCsv: {
        readonly parameters: {
            readonly query?: {
                readonly currency?: string;
                readonly from?: string;
                readonly to?: string;
                readonly locale?: "ru" | "en";
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postReferrals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly friend: components["schemas"]["Customer"];
                    readonly code?: string;
                    /** @description External id or `cus_…` of the referrer. */
                    readonly referrerId?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventAnswer"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getReferralsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Referral"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCustomersIdReferrer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly programId: string;
                    readonly code?: string;
                    /** @description External id or `cus_…` of the referrer. */
                    readonly referrerId?: string;
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Referral"] | null;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postReferralsIdCorrect: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code?: string;
                    /** @description External id or `cus_…` of the referrer. */
                    readonly referrerId?: string;
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Referral"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getReferralsReviews: {
        readonly parameters: {
            readonly query?: {
                readonly state?: "open" | "done";
                readonly limit?: number;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ReferralReview"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postReferralsIdReview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description `fraud` takes nothing back by itself: deny the reward, correct the referral or block the member.
                     * @enum {string}
                     */
                    readonly finding: "sound" | "doubtful" | "fraud";
                    /** @description What led to it; kept apart from the log, with other free text. */
                    readonly reason?: string;
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReferralReview"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getOrdersId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderResource"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getOrdersIdExplanation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Explanation"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postClaims: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                    /** Format: email */
                    readonly email?: string;
                    readonly phone?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly status: "accepted";
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getOffersCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Offer"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdIntroduction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Introduction"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putCustomersIdIntroduction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["IntroductionChange"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Introduction"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetIntroduction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Introduction"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putCabinetIntroduction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["IntroductionChange"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Introduction"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InvitationOffer"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getSelfCheck: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SelfCheck"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getTenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Tenant"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly patchTenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TenantChange"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Tenant"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Key"][];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @default secret
                     * @enum {string}
                     */
                    readonly kind?: "secret" | "publishable";
                    readonly name: string;
                    /**
                     * @description Name under which its events are stored; give the old one when a key is rotated.
                     * @default api
                     */
                    readonly source?: string;
                    readonly scopes?: readonly ("read" | "write" | "staff" | "admin")[];
                    /** Format: date-time */
                    readonly expiresAt?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewKey"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteKeysId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getStaff: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Staff"][];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postStaff: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: email */
                    readonly email: string;
                    readonly name: string;
                    /** @enum {string} */
                    readonly role: "owner" | "marketer" | "sales" | "accountant" | "support" | "cashier" | "readOnly";
                    /**
                     * @default ru
                     * @enum {string}
                     */
                    readonly locale?: "ru" | "en";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StaffInvitation"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postStaffIdInvite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StaffInvitation"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly patchStaffId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly role?: "owner" | "marketer" | "sales" | "accountant" | "support" | "cashier" | "readOnly";
                    readonly disabled?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Staff"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getAudit: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly actor?: string;
                readonly kind?: "entry" | "people" | "settings" | "programs" | "customers" | "orders" | "rewards" | "referrals" | "payouts" | "connections" | "messages" | "exports";
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly number: string;
                            /** Format: date-time */
                            readonly at: string;
                            /** @description `staff:<id>`, `key:<id>` or `setup`: the command line and the first start. */
                            readonly actor: string;
                            /** @description What that person or key is called; null for `setup`. */
                            readonly actorName: string | null;
                            /** @description Method and path, or a word of the console. */
                            readonly act: string;
                            /** @description The same in words. */
                            readonly text: components["schemas"]["LocalizedText"];
                            /** @description Null for an act this version does not know. */
                            readonly kind: ("entry" | "people" | "settings" | "programs" | "customers" | "orders" | "rewards" | "referrals" | "payouts" | "connections" | "messages" | "exports") | null;
                            /** @description The id of what was changed. */
                            readonly subject: string;
                            /** @description What that person or key is called; null for everything else. */
                            readonly subjectName: string | null;
                            /** @description What it was, null when nothing was there */
                            readonly before: {
                                readonly [key: string]: string | number | boolean | null;
                            } | null;
                            /** @description What it is now, null when it is gone */
                            readonly after: {
                                readonly [key: string]: string | number | boolean | null;
                            } | null;
                        }[];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getAuditCheck: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditCheck"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getConsoleSetup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Setup"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConsoleSetup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly token: string;
                    /** Format: email */
                    readonly email: string;
                    readonly password: string;
                    readonly name: string;
                    /**
                     * @default ru
                     * @enum {string}
                     */
                    readonly locale?: "ru" | "en";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Staff"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConsoleSignIn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: email */
                    readonly email: string;
                    readonly password: string;
                    readonly code?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Staff"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConsoleAcceptInvite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly token: string;
                    readonly password: string;
                    /** @description Of the authenticator app; asked for where one is set up. */
                    readonly code?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Staff"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getConsoleMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Me"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly patchConsoleMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name?: string;
                    /** @enum {string} */
                    readonly locale?: "ru" | "en";
                    readonly newPassword?: string;
                    readonly currentPassword?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Staff"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConsoleSignOut: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getConsoleSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly id: string;
                            /** Format: date-time */
                            readonly createdAt: string;
                            /** Format: date-time */
                            readonly lastSeenAt: string;
                            readonly agent: string;
                            /** @description The network only. */
                            readonly address: string;
                            readonly isThis: boolean;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteConsoleSessionsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConsoleTotp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly secret: string;
                        readonly uri: string;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConsoleTotpConfirm: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Staff"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConsoleTotpRemove: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Staff"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getWebhooks: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Webhook"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postWebhooks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly url: string;
                    /** @description Which messages it wants; null or absent: all. */
                    readonly types?: readonly ("member.joined" | "member.paused" | "member.left" | "member.blocked" | "referral.started" | "referral.joined" | "referral.ordered" | "referral.qualified" | "referral.refused" | "referral.expired" | "referral.reversed" | "reward.held" | "reward.approved" | "reward.issued" | "reward.delivered" | "reward.redeemed" | "reward.denied" | "reward.cancelled" | "reward.reversed" | "reward.reduced" | "reward.increased" | "reward.expired" | "tier.invited" | "tier.entered" | "tier.left" | "tier.will_drop" | "access.granted" | "access.used" | "access.expired" | "access.revoked")[] | null;
                    readonly description?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewWebhook"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getWebhooksId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Webhook"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteWebhooksId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly patchWebhooksId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly url?: string;
                    /** @description Which messages it wants; null or absent: all. */
                    readonly types?: readonly ("member.joined" | "member.paused" | "member.left" | "member.blocked" | "referral.started" | "referral.joined" | "referral.ordered" | "referral.qualified" | "referral.refused" | "referral.expired" | "referral.reversed" | "reward.held" | "reward.approved" | "reward.issued" | "reward.delivered" | "reward.redeemed" | "reward.denied" | "reward.cancelled" | "reward.reversed" | "reward.reduced" | "reward.increased" | "reward.expired" | "tier.invited" | "tier.entered" | "tier.left" | "tier.will_drop" | "access.granted" | "access.used" | "access.expired" | "access.revoked")[] | null;
                    readonly description?: string | null;
                    readonly paused?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Webhook"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postWebhooksIdRotate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewWebhook"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postWebhooksIdTest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getWebhooksIdDeliveries: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly status?: "pending" | "delivered" | "dead";
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["WebhookDelivery"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postWebhooksIdDeliveriesMessageIdReplay: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly messageId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postWebhooksIdReplay: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date-time */
                    readonly since: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description How many messages are on their way again. */
                        readonly count: number;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getMailSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailSettings"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putMailSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Name or address of the mail server. */
                    readonly host: string;
                    /** @description 465 for `tls`, 587 for `starttls`. */
                    readonly port: number;
                    /**
                     * @description `none` sends everything readable: for a server on this machine.
                     * @enum {string}
                     */
                    readonly security: "tls" | "starttls" | "none";
                    /**
                     * @description Null: the server asks for none.
                     * @default null
                     */
                    readonly username?: string | null;
                    /** @description Never shown again. */
                    readonly password?: string;
                    /**
                     * @description Null: the name of the business.
                     * @default null
                     */
                    readonly fromName?: string | null;
                    /**
                     * Format: email
                     * @description Whom the messages come from.
                     */
                    readonly fromAddress: string & (unknown & unknown);
                    /**
                     * @description Where answers go; null: to the sender.
                     * @default null
                     */
                    readonly replyTo?: (string & (unknown & unknown)) | null;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailSettings"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteMailSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailSettings"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postMailTest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: email
                     * @description Who gets it.
                     */
                    readonly to: string & (unknown & unknown);
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description Whether the server took the message. */
                        readonly sent: boolean;
                        /** @description Why it was not sent; null where nothing is wrong. */
                        readonly error: {
                            /** @description For programs. */
                            readonly code: string;
                            readonly text: components["schemas"]["LocalizedText"];
                        } | null;
                        /** @description The server’s own words; null where there were none. */
                        readonly response: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getMailTexts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["MailText"][];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putMailTextsKindLocale: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: "sign-in-code" | "staff-invitation" | "friend-joined" | "bonus-held" | "bonus-available" | "bonus-expiring" | "reward-to-collect";
                readonly locale: "ru" | "en";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description One line, with fields. */
                    readonly subject: string;
                    /** @description Plain text with fields, `if`, `unless` and `case`; an empty line parts paragraphs. */
                    readonly body: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailText"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteMailTextsKindLocale: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: "sign-in-code" | "staff-invitation" | "friend-joined" | "bonus-held" | "bonus-available" | "bonus-expiring" | "reward-to-collect";
                readonly locale: "ru" | "en";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailText"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postMailTextsKindLocalePreview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly kind: "sign-in-code" | "staff-invitation" | "friend-joined" | "bonus-held" | "bonus-available" | "bonus-expiring" | "reward-to-collect";
                readonly locale: "ru" | "en";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description One line, with fields. */
                    readonly subject: string;
                    /** @description Plain text with fields, `if`, `unless` and `case`; an empty line parts paragraphs. */
                    readonly body: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly subject: string;
                        readonly text: string;
                        readonly html: string;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getMailLog: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly status?: "waiting" | "sent" | "failed" | "skipped";
                readonly kind?: "sign-in-code" | "staff-invitation" | "friend-joined" | "bonus-held" | "bonus-available" | "bonus-expiring" | "reward-to-collect";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Mail"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postMailLogIdResend: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Mail"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCustomersIdMailChoices: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailChoices"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putCustomersIdMailChoices: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description They want no messages at all. */
                    readonly declinedAll: boolean;
                    /** @description Kinds they do not want. */
                    readonly declined: readonly ("friend-joined" | "bonus-held" | "bonus-available" | "bonus-expiring" | "reward-to-collect")[];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailChoices"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetDoor: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CabinetDoor"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly id: string;
                            /** @enum {string} */
                            readonly method: "token" | "code";
                            /** Format: date-time */
                            readonly signedInAt: string;
                            /** Format: date-time */
                            readonly lastSeenAt: string;
                            /** @description What the browser called itself. */
                            readonly agent: string;
                            readonly isThis: boolean;
                        }[];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description A JWT, HS256 with the cabinet secret: `aud` = programme, `sub` = external id, `iat`, `exp` within 15 minutes, `jti` used once. */
                    readonly token: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MemberSession"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetCodes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: email
                     * @description Either this or `phone`.
                     */
                    readonly email?: string;
                    /** @description In E.164, or as dialled in Russia; where the door offers `phone`. */
                    readonly phone?: string;
                    /**
                     * @description The language of the message.
                     * @enum {string}
                     */
                    readonly locale?: "ru" | "en";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly status: "accepted";
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetSessionsCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: email
                     * @description Either this or `phone`.
                     */
                    readonly email?: string;
                    /** @description In E.164, or as dialled in Russia; where the door offers `phone`. */
                    readonly phone?: string;
                    /** @description As it was sent. */
                    readonly code: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MemberSession"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteCabinetSessionsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: "this" | string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetHome: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CabinetHome"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetHistory: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["CabinetEntry"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetShares: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly channel: "native" | "copy" | "qr" | "telegram" | "vk" | "whatsapp" | "max" | "email" | "sms" | "vkWall" | "okWall" | "telegramChannel";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetFriends: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["CabinetFriend"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putCabinetFriendsIdLabel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly label: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetWishes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MemberWishes"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly patchCabinetWishes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly noInvitations?: boolean;
                    /**
                     * @description An offer to invite was put off: none is made for 30 days.
                     * @constant
                     */
                    readonly notNow?: true;
                    readonly mail?: readonly {
                        readonly kind: string;
                        readonly wanted: boolean;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MemberWishes"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetProgramsIdJoin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly patchCabinetProgramsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly status: "active" | "paused" | "left";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetProgramsIdTerms: {
        readonly parameters: {
            readonly query?: {
                readonly locale?: "ru" | "en";
                readonly version?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Terms"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetProgramsIdTerms: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CabinetAcceptance"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetProgramsIdTier: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly version: number;
                    /** @description `textHash` of the terms as they were shown. */
                    readonly textHash: string;
                    /** @enum {string} */
                    readonly locale: "ru" | "en";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetRewardsIdChoose: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly perk: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetPerks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly programId: string;
                    readonly perk: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetExport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CabinetExport"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteCabinetMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetPayee: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payee"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putCabinetPayee: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly type: "individual" | "selfEmployed" | "soleTrader" | "company";
                    /**
                     * @description ISO 3166-1 alpha-2.
                     * @default RU
                     */
                    readonly country?: string;
                    readonly name?: string;
                    /** @description Russia: INN. United States: SSN or EIN. */
                    readonly taxId?: string;
                    /** @description Russia: OGRNIP or OGRN. */
                    readonly registrationNumber?: string;
                    /** @description Russia: KPP. */
                    readonly branchCode?: string;
                    readonly account?: string;
                    /** @description Russia: BIK. Elsewhere BIC or routing number. */
                    readonly bankCode?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Payee"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetPayouts: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["CabinetPayout"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetStatementCsv: {
        readonly parameters: {
            readonly query?: {
                readonly currency?: string;
                readonly locale?: "ru" | "en";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCabinetClaims: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["FriendClaim"][];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postCabinetClaims: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Whom the member means, as they know them. */
                    readonly friend: string;
                    /** @description When the friend ordered, or anything else that helps. */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FriendClaim"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getFriendClaims: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly status?: "open" | "accepted" | "declined";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["StaffFriendClaim"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postFriendClaimsIdAnswer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly outcome: "accepted" | "declined";
                    /** @description What the member reads. Nothing of the friend belongs here. */
                    readonly answer: string;
                    /** @description Who acts for the business. Needs scope `staff`; kept in the log. */
                    readonly actor: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StaffFriendClaim"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getTenantCabinetSecrets: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["CabinetSecret"][];
                        /** @description How many members are signed in by a token now: they end with a secret that is deleted. */
                        readonly tokenSessions: number;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postTenantCabinetSecrets: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewCabinetSecret"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteTenantCabinetSecretsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getConnectors: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Connector"][];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConnectors: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    /**
                     * @description What is known of the sender; `custom` knows nothing.
                     * @default custom
                     * @enum {string}
                     */
                    readonly preset?: "woocommerce" | "insales" | "tilda" | "getcourse" | "custom";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewConnector"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getConnectorsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connector"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteConnectorsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly patchConnectorsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name?: string;
                    readonly mapping?: components["schemas"]["ConnectorMapping"];
                    /**
                     * @description `signed`: the sender signs what it sends. `checked`: it does not; each order is asked for again at `checkUrl`. `hint`: nobody vouches for it; a person confirms.
                     * @enum {string}
                     */
                    readonly trust?: "signed" | "checked" | "hint";
                    readonly check?: {
                        /** @description With {id} where the order number goes. */
                        readonly url: string;
                        readonly user?: string;
                        readonly password?: string;
                    } | null;
                    /** @enum {string} */
                    readonly status?: "active" | "paused";
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Connector"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConnectorsIdRotate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Repeats give the first answer for 30 days. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewConnector"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConnectorsIdTest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    readonly mapping?: components["schemas"]["ConnectorMapping"];
                    /** @description One that is to be looked at before the last ten, however old it is. */
                    readonly payloadId?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["OpenPayload"][];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getConnectorPayloads: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly connectorId?: string;
                readonly status?: "kept" | "waiting" | "held" | "ignored" | "done" | "failed" | "refused";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ConnectorPayload"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getConnectorPayloadsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OpenPayload"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConnectorPayloadsDecideAll: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Of this connection. */
                    readonly connectorId: string;
                    /**
                     * @description Those in this state.
                     * @enum {string}
                     */
                    readonly status: "kept" | "failed" | "ignored";
                    /**
                     * @description `retry`: take them into the line. `refuse`: nobody gets anything for them.
                     * @enum {string}
                     */
                    readonly decision: "retry" | "refuse";
                    readonly actor?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description How many. */
                        readonly changed: number;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postConnectorPayloadsDecide: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly payloadIds: readonly string[];
                    /** @enum {string} */
                    readonly decision: "confirm" | "refuse" | "retry";
                    readonly actor?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ConnectorPayload"][];
                        /** @description Decided before, or not there. */
                        readonly unchanged: number;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getUploads: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Upload"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postUploads: {
        readonly parameters: {
            readonly query: {
                readonly kind: "orders" | "refunds" | "customers";
                readonly name?: string;
                readonly more?: "true";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Upload"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putUploadsIdContent: {
        readonly parameters: {
            readonly query: {
                readonly offset: string;
                readonly more?: "true";
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Upload"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getUploadRoom: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UploadRoom"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getUploadsId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Upload"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postUploadsIdPreview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description What the rows are.
                     * @enum {string}
                     */
                    readonly kind?: "orders" | "refunds" | "customers";
                    readonly reading?: components["schemas"]["FileReading"];
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UploadPreview"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postUploadsIdStart: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description What the rows are.
                     * @enum {string}
                     */
                    readonly kind?: "orders" | "refunds" | "customers";
                    /**
                     * @description `history`: what is past; programmes pay nothing for it. `earn`: what has just happened; programmes pay for what they did not know.
                     * @enum {string}
                     */
                    readonly mode: "history" | "earn";
                    readonly reading?: components["schemas"]["FileReading"];
                    /** @description Customers: whose the opening points are. */
                    readonly programId?: string;
                    /** @description Remember the reading under this name. */
                    readonly saveAs?: string;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Upload"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postUploadsIdCancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Upload"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getUploadsIdReportCsv: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getUploadSources: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["UploadSource"][];
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly putUploadSourcesName: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description What the rows are.
                     * @enum {string}
                     */
                    readonly kind: "orders" | "refunds" | "customers";
                    /**
                     * @description `history`: what is past; programmes pay nothing for it. `earn`: what has just happened; programmes pay for what they did not know.
                     * @enum {string}
                     */
                    readonly mode: "history" | "earn";
                    readonly reading: components["schemas"]["FileReading"];
                    readonly programId?: string | null;
                    /**
                     * @description Take files from the folder of this name in the inbox.
                     * @default false
                     */
                    readonly watchesFolder?: boolean;
                    /**
                     * @description Where the file is fetched from each day.
                     * @default null
                     */
                    readonly url?: string | null;
                    /**
                     * @description `06:30` by the business's clock; with an address.
                     * @default null
                     */
                    readonly fetchAt?: string | null;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UploadSource"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly deleteUploadSourcesName: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsCustomersCsv: {
        readonly parameters: {
            readonly query?: {
                readonly q?: string;
                readonly programId?: string;
                readonly status?: "invited" | "active" | "paused" | "left" | "blocked";
                readonly hasComplaint?: "true";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsCustomersXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly q?: string;
                readonly programId?: string;
                readonly status?: "invited" | "active" | "paused" | "left" | "blocked";
                readonly hasComplaint?: "true";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsOrdersCsv: {
        readonly parameters: {
            readonly query?: {
                readonly customerId?: string;
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsOrdersXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly customerId?: string;
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsReferralsCsv: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "started" | "joined" | "ordered" | "qualified" | "refused" | "expired" | "reversed";
                readonly programId?: string;
                readonly customerId?: string;
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsReferralsXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "started" | "joined" | "ordered" | "qualified" | "refused" | "expired" | "reversed";
                readonly programId?: string;
                readonly customerId?: string;
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsRewardsCsv: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "held" | "approved" | "issued" | "delivered" | "redeemed" | "denied" | "cancelled" | "reversed" | "expired" | "failed";
                readonly programId?: string;
                readonly customerId?: string;
                readonly orderId?: string;
                readonly waitsFor?: "decision" | "delivery";
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsRewardsXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "held" | "approved" | "issued" | "delivered" | "redeemed" | "denied" | "cancelled" | "reversed" | "expired" | "failed";
                readonly programId?: string;
                readonly customerId?: string;
                readonly orderId?: string;
                readonly waitsFor?: "decision" | "delivery";
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsEntriesCsv: {
        readonly parameters: {
            readonly query?: {
                readonly customerId?: string;
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsEntriesXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly customerId?: string;
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsPayoutsCsv: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "proposed" | "approved" | "rejected" | "paid" | "failed";
                readonly programId?: string;
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsPayoutsXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "proposed" | "approved" | "rejected" | "paid" | "failed";
                readonly programId?: string;
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsCodesCsv: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "active" | "retired";
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsCodesXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "active" | "retired";
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsMembershipsCsv: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "invited" | "active" | "paused" | "left" | "blocked";
                readonly programId?: string;
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsMembershipsXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "invited" | "active" | "paused" | "left" | "blocked";
                readonly programId?: string;
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsCouponsCsv: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "issued" | "reserved" | "redeemed" | "expired" | "revoked";
                readonly programId?: string;
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsCouponsXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "issued" | "reserved" | "redeemed" | "expired" | "revoked";
                readonly programId?: string;
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsAccessesCsv: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "reserved" | "active" | "used" | "expired" | "revoked";
                readonly programId?: string;
                readonly perk?: string;
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsAccessesXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "reserved" | "active" | "used" | "expired" | "revoked";
                readonly programId?: string;
                readonly perk?: string;
                readonly customerId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsEventsCsv: {
        readonly parameters: {
            readonly query?: {
                readonly by?: "hand";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsEventsXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly by?: "hand";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsStoryCsv: {
        readonly parameters: {
            readonly query: {
                readonly customerId: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsStoryXlsx: {
        readonly parameters: {
            readonly query: {
                readonly customerId: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsProgramsCsv: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "draft" | "live" | "paused" | "ended";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsProgramsXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "draft" | "live" | "paused" | "ended";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsLowStockCsv: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsLowStockXlsx: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsEntitledCsv: {
        readonly parameters: {
            readonly query: {
                readonly programId: string;
                readonly perk: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsEntitledXlsx: {
        readonly parameters: {
            readonly query: {
                readonly programId: string;
                readonly perk: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsTaxYearsCsv: {
        readonly parameters: {
            readonly query: {
                readonly year: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsTaxYearsXlsx: {
        readonly parameters: {
            readonly query: {
                readonly year: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsReviewsCsv: {
        readonly parameters: {
            readonly query?: {
                readonly state?: "open" | "done";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsReviewsXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly state?: "open" | "done";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsFriendClaimsCsv: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "open" | "accepted" | "declined";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsFriendClaimsXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "open" | "accepted" | "declined";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsWebhooksCsv: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsWebhooksXlsx: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsDeliveriesCsv: {
        readonly parameters: {
            readonly query: {
                readonly webhookId: string;
                readonly status?: "pending" | "delivered" | "dead";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsDeliveriesXlsx: {
        readonly parameters: {
            readonly query: {
                readonly webhookId: string;
                readonly status?: "pending" | "delivered" | "dead";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsMessagesCsv: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "waiting" | "sent" | "failed" | "skipped";
                readonly kind?: "sign-in-code" | "staff-invitation" | "friend-joined" | "bonus-held" | "bonus-available" | "bonus-expiring" | "reward-to-collect";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsMessagesXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "waiting" | "sent" | "failed" | "skipped";
                readonly kind?: "sign-in-code" | "staff-invitation" | "friend-joined" | "bonus-held" | "bonus-available" | "bonus-expiring" | "reward-to-collect";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsConnectorsCsv: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsConnectorsXlsx: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsPayloadsCsv: {
        readonly parameters: {
            readonly query?: {
                readonly connectorId?: string;
                readonly status?: "kept" | "waiting" | "held" | "ignored" | "done" | "failed" | "refused";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsPayloadsXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly connectorId?: string;
                readonly status?: "kept" | "waiting" | "held" | "ignored" | "done" | "failed" | "refused";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsUploadsCsv: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsUploadsXlsx: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsUploadSourcesCsv: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsUploadSourcesXlsx: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsKeysCsv: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsKeysXlsx: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsStaffCsv: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsStaffXlsx: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsAuditCsv: {
        readonly parameters: {
            readonly query?: {
                readonly actor?: string;
                readonly kind?: "entry" | "people" | "settings" | "programs" | "customers" | "orders" | "rewards" | "referrals" | "payouts" | "connections" | "messages" | "exports";
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsAuditXlsx: {
        readonly parameters: {
            readonly query?: {
                readonly actor?: string;
                readonly kind?: "entry" | "people" | "settings" | "programs" | "customers" | "orders" | "rewards" | "referrals" | "payouts" | "connections" | "messages" | "exports";
                readonly from?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly openLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page: no landing address is set, the code is paused, or a messenger draws a preview. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To the landing address. */
            readonly 302: {
                headers: {
                    /** @description With `sarafan_click=clk_…` added. */
                    readonly location?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No such code. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The code is no longer valid. */
            readonly 410: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many unknown codes from this network. */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The code cannot be looked up now. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly openTenantLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly slug: string;
                readonly code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page: no landing address is set, the code is paused, or a messenger draws a preview. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To the landing address. */
            readonly 302: {
                headers: {
                    /** @description With `sarafan_click=clk_…` added. */
                    readonly location?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No such code. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The code is no longer valid. */
            readonly 410: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many unknown codes from this network. */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The code cannot be looked up now. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
