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
         * Keep a new programme as a draft; every reason why it cannot work is told at once
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
            /** @description How much of the balance the customer wants to spend. */
            readonly credit?: {
                readonly amountMinor: string;
                readonly currency: string;
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
            readonly notes?: readonly components["schemas"]["Note"][];
            readonly produced?: {
                readonly [key: string]: string;
            };
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
                readonly kind: "event" | "attribution" | "reward" | "refusal" | "reversal" | "money" | "note" | "now";
                readonly text: components["schemas"]["LocalizedText"];
            }[];
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
            readonly tier: string | null;
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
        readonly Note: {
            readonly kind: string;
        } & {
            readonly [key: string]: string | number | boolean | null;
        };
        readonly Offer: {
            readonly code: string;
            readonly programs: readonly {
                readonly name: components["schemas"]["LocalizedText"];
                readonly offers: readonly {
                    readonly text: components["schemas"]["LocalizedText"];
                    readonly conditions: readonly components["schemas"]["LocalizedText"][];
                }[];
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
                /** @description order.placed, order.paid, order.delivered, member.signed_up, referral.registered, feedback.given or custom.<name>. */
                readonly on: string;
                readonly if?: readonly {
                    readonly newCustomer?: boolean;
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
            /** @description Only an empty list is accepted yet. */
            readonly tiers?: readonly Record<string, never>[];
        };
        readonly ProgramVersion: {
            readonly id: string;
            readonly number: number;
            /** @enum {string} */
            readonly status: "draft" | "published";
            readonly effectiveFrom: string | null;
            readonly document: components["schemas"]["StoredProgramDocument"];
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
        readonly StoredEvent: {
            readonly eventId: string;
            /** @enum {string} */
            readonly outcome: "processed" | "duplicate" | "parked";
            readonly customerId: string | null;
            readonly attribution: components["schemas"]["Attribution"] | null;
            readonly attributions: readonly components["schemas"]["Attribution"][];
            readonly rewards: readonly components["schemas"]["RewardResult"][];
            readonly refusals: readonly components["schemas"]["Refusal"][];
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
                    readonly "application/json": components["schemas"]["EnrollingProgram"];
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
}
