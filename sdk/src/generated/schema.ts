// Generated from openapi.json by scripts/generate.mjs.
export interface paths {
    readonly "/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
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
         * Find customers by external id, e-mail, phone or the start of a name
         * @description Needs a secret key with scope `read`.
         */
        readonly get: operations["getCustomers"];
        readonly put?: never;
        readonly post?: never;
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
         * What a customer earned, oldest first
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
         * Whom a customer referred, newest first
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
        readonly delete?: never;
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
        readonly delete?: never;
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
    readonly "/v1/console/setup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
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
         * Set the password an invitation asks for, and sign in
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
         * Who is signed in
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
            readonly check: "pay-for-recruitment" | "reward-above-margin" | "flat-discount-for-all" | "no-minimum-order" | "fixed-above-minimum" | "percent-without-max" | "reward-below-notice" | "only-price-rewards" | "margin-unknown" | "stack-above-share" | "reward-below-handling" | "tax-inside-percent" | "no-referrer-cap" | "no-budget" | "no-hold" | "hold-shorter-than-returns" | "hold-waits-for-delivery" | "all-reviewed-by-hand" | "debts-forgiven" | "never-expires" | "expires-before-next-order" | "points-cannot-be-spent" | "window-shorter-than-cycle" | "window-very-long" | "lock-before-order" | "last-touch-in-public" | "friend-gets-nothing" | "referrer-gains-more" | "existing-customers-rewarded" | "pays-regular-purchases" | "sign-up-rewarded" | "cash-without-tax-data" | "gift-above-threshold" | "public-sharing-for-reward" | "terms-missing" | "programmes-overlap" | "rules-overlap" | "orders-in-another-currency" | "minimum-above-orders" | "steps-cliff" | "friend-number-out-of-reach" | "tier-out-of-reach" | "tier-for-everybody" | "tier-changes-nothing" | "tier-ends-before-next-order" | "tiers-by-spend-alone" | "tier-without-grace" | "perk-without-capacity" | "perk-capacity-too-small";
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
                readonly givenAt: string;
                readonly withdrawnAt: string | null;
                readonly textVersion: string | null;
            }[];
            readonly orderIds: readonly string[];
            readonly rewards: readonly components["schemas"]["Reward"][];
            readonly perks: readonly components["schemas"]["AccessGrant"][];
            readonly entries: readonly components["schemas"]["Entry"][];
            readonly referrals: readonly components["schemas"]["Referral"][];
            readonly eventData: readonly {
                readonly sequence: string;
                readonly data: string;
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
                readonly qualifiedReferrals: number;
                readonly openComplaints: number;
            };
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
        readonly GivenAdvice: {
            /** @enum {string} */
            readonly check: "pay-for-recruitment" | "reward-above-margin" | "flat-discount-for-all" | "no-minimum-order" | "fixed-above-minimum" | "percent-without-max" | "reward-below-notice" | "only-price-rewards" | "margin-unknown" | "stack-above-share" | "reward-below-handling" | "tax-inside-percent" | "no-referrer-cap" | "no-budget" | "no-hold" | "hold-shorter-than-returns" | "hold-waits-for-delivery" | "all-reviewed-by-hand" | "debts-forgiven" | "never-expires" | "expires-before-next-order" | "points-cannot-be-spent" | "window-shorter-than-cycle" | "window-very-long" | "lock-before-order" | "last-touch-in-public" | "friend-gets-nothing" | "referrer-gains-more" | "existing-customers-rewarded" | "pays-regular-purchases" | "sign-up-rewarded" | "cash-without-tax-data" | "gift-above-threshold" | "public-sharing-for-reward" | "terms-missing" | "programmes-overlap" | "rules-overlap" | "orders-in-another-currency" | "minimum-above-orders" | "steps-cliff" | "friend-number-out-of-reach" | "tier-out-of-reach" | "tier-for-everybody" | "tier-changes-nothing" | "tier-ends-before-next-order" | "tiers-by-spend-alone" | "tier-without-grace" | "perk-without-capacity" | "perk-capacity-too-small";
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
            readonly programs: readonly {
                readonly name: components["schemas"]["LocalizedText"];
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
                /** @description How many one person may claim by their tier; 1 when absent. */
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
        readonly ProgramVersion: {
            readonly id: string;
            readonly number: number;
            /** @enum {string} */
            readonly status: "draft" | "published";
            readonly effectiveFrom: string | null;
            readonly document: components["schemas"]["StoredProgramDocument"];
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
            readonly disabledAt: string | null;
            /** Format: date-time */
            readonly createdAt: string;
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
            readonly margin: components["schemas"]["TypedMargin"] | null;
            /** @description What handling one reward costs in work. */
            readonly handlingCost: components["schemas"]["Money"] | null;
            readonly publicUrl: string;
            /** Format: date-time */
            readonly createdAt: string;
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
            readonly margin?: components["schemas"]["TypedMargin"] | null;
            readonly handlingCost?: {
                readonly amountMinor: string;
                readonly currency: string;
            } | null;
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
                readonly limit?: string;
                readonly cursor?: string;
                readonly q?: string;
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
    readonly getCustomersIdEntries: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
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
                readonly limit?: string;
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
                readonly limit?: string;
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
    readonly getPrograms: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
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
    readonly getTemplates: {
        readonly parameters: {
            readonly query?: {
                readonly goal?: "firstSales" | "signUps" | "loyalty" | "recurringRevenue" | "wordOfMouth";
                readonly locale?: "ru" | "en";
                readonly currency?: string;
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
            readonly query?: never;
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
                readonly limit?: string;
                readonly cursor?: string;
                readonly status?: "held" | "approved" | "issued" | "delivered" | "redeemed" | "denied" | "cancelled" | "reversed" | "expired" | "failed";
                readonly programId?: string;
                readonly customerId?: string;
                readonly orderId?: string;
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
                readonly limit?: string;
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
                readonly limit?: string;
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
                readonly limit?: string;
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
                    readonly "application/json": {
                        readonly staff: components["schemas"]["Staff"];
                        readonly link: string;
                    };
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
                readonly limit?: string;
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
                        readonly items: readonly {
                            readonly number: string;
                            /** Format: date-time */
                            readonly at: string;
                            readonly actor: string;
                            readonly act: string;
                            readonly subject: string;
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
                    readonly "application/json": components["schemas"]["Staff"];
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
                readonly limit?: string;
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
                readonly limit?: string;
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
