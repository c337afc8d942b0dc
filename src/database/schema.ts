/**
 * The rows of every table as Kysely sees them: int8 is bigint, timestamptz is Date, `date` is text (column-types.ts).
 * Columns of JSON are text on purpose: what is hashed or sent again byte for byte must not be rewritten by the database.
 */
import type { Kysely } from 'kysely';
import type {
  CabinetSecretTable,
  CabinetTokenUseTable,
  FriendClaimTable,
  FriendLabelTable,
  MemberSessionTable,
  MemberWishTable,
  ShareCountTable,
  SignInCodeTable,
} from './cabinet-tables.ts';
import type { ConnectorPayloadTable, ConnectorTable } from './connector-tables.ts';
import type { ChecklistMarkTable, ProgramGoalTable } from './console-tables.ts';
import type { ImportRunTable } from './import-tables.ts';
import type {
  ApiKeyTable,
  EnrolmentRunTable,
  EventPersonalTable,
  EventTable,
  IdempotencyKeyTable,
  ProgramTable,
  ProgramVersionTable,
  TenantRouteTable,
  TenantTable,
} from './log-tables.ts';
import type { MailChoiceTable, MailExpiringLookTable, MailSetupTable, MailTable, MailTextTable } from './mail-tables.ts';
import type {
  AttributionTable,
  ClickLossTable,
  ClickTable,
  CodeTable,
  ConsentTable,
  CustomerTable,
  IdentityTable,
  MembershipTable,
  PersonTable,
  ReferralTable,
  TermsAcceptanceTable,
  TermsTextTable,
  TouchTable,
} from './member-tables.ts';
import type {
  BalanceTable,
  CounterTable,
  CouponTable,
  LotTable,
  ParkedEventTable,
  PaymentTable,
  RefundTable,
  ReservationTable,
  RewardTable,
  ShopOrderTable,
  TransferTable,
} from './order-tables.ts';
import type { ImpressionTable, IntroductionTable, PageSettingsTable, SightingTable } from './page-tables.ts';
import type { PayeeTable, PayoutTable } from './payout-tables.ts';
import type { AccessEntryTable, AccessGrantTable, PerkCodeTable } from './perk-tables.ts';
import type {
  BalanceRollupTable,
  ClickRollupTable,
  CustomerRollupTable,
  LotRollupTable,
  OrderRollupTable,
  ReferralRollupTable,
  RewardRollupTable,
  ShareRollupTable,
} from './rollup-tables.ts';
import type { AuditEntryTable, AuditIntentTable, StaffSessionTable, StaffTable } from './staff-tables.ts';

import type { FeedbackTable, StandingTable } from './tier-tables.ts';
import type { UploadSourceTable, UploadTable } from './upload-tables.ts';
import type { WebhookAttemptTable, WebhookDeliveryTable, WebhookMessageTable, WebhookTable } from './webhook-tables.ts';

/** How routes and stores name the query builder, so that only stores import it. */
export type Db = Kysely<Database>;

export interface Database {
  readonly tenant: TenantTable;
  readonly tenant_route: TenantRouteTable;
  readonly api_key: ApiKeyTable;
  readonly idempotency_key: IdempotencyKeyTable;
  readonly event: EventTable;
  readonly event_personal: EventPersonalTable;
  readonly person: PersonTable;
  readonly identity: IdentityTable;
  readonly consent: ConsentTable;
  readonly customer: CustomerTable;
  readonly program: ProgramTable;
  readonly program_version: ProgramVersionTable;
  readonly enrolment_run: EnrolmentRunTable;
  readonly membership: MembershipTable;
  readonly terms_acceptance: TermsAcceptanceTable;
  readonly terms_text: TermsTextTable;
  readonly code: CodeTable;
  readonly click: ClickTable;
  readonly click_loss: ClickLossTable;
  readonly touch: TouchTable;
  readonly attribution: AttributionTable;
  readonly referral: ReferralTable;
  readonly shop_order: ShopOrderTable;
  readonly payment: PaymentTable;
  readonly refund: RefundTable;
  readonly parked_event: ParkedEventTable;
  readonly reward: RewardTable;
  readonly coupon: CouponTable;
  readonly lot: LotTable;
  readonly balance: BalanceTable;
  readonly transfer: TransferTable;
  readonly reservation: ReservationTable;
  readonly counter: CounterTable;
  readonly access_grant: AccessGrantTable;
  readonly perk_code: PerkCodeTable;
  readonly access_entry: AccessEntryTable;
  readonly payee: PayeeTable;
  readonly payout: PayoutTable;
  readonly standing: StandingTable;
  readonly feedback: FeedbackTable;
  readonly import_run: ImportRunTable;
  readonly staff: StaffTable;
  readonly staff_session: StaffSessionTable;
  readonly audit_entry: AuditEntryTable;
  readonly audit_intent: AuditIntentTable;
  readonly checklist_mark: ChecklistMarkTable;
  readonly program_goal: ProgramGoalTable;
  readonly mail_setup: MailSetupTable;
  readonly mail_text: MailTextTable;
  readonly mail: MailTable;
  readonly mail_choice: MailChoiceTable;
  readonly mail_expiring_look: MailExpiringLookTable;
  readonly connector: ConnectorTable;
  readonly connector_payload: ConnectorPayloadTable;
  readonly page_settings: PageSettingsTable;
  readonly introduction: IntroductionTable;
  readonly sighting: SightingTable;
  readonly impression: ImpressionTable;
  readonly upload: UploadTable;
  readonly upload_source: UploadSourceTable;
  readonly webhook: WebhookTable;
  readonly webhook_message: WebhookMessageTable;
  readonly webhook_delivery: WebhookDeliveryTable;
  readonly webhook_attempt: WebhookAttemptTable;
  readonly cabinet_secret: CabinetSecretTable;
  readonly cabinet_token_use: CabinetTokenUseTable;
  readonly sign_in_code: SignInCodeTable;
  readonly member_session: MemberSessionTable;
  readonly friend_label: FriendLabelTable;
  readonly member_wish: MemberWishTable;
  readonly share_count: ShareCountTable;
  readonly friend_claim: FriendClaimTable;
  readonly customer_rollup: CustomerRollupTable;
  readonly referral_rollup: ReferralRollupTable;
  readonly order_rollup: OrderRollupTable;
  readonly reward_rollup: RewardRollupTable;
  readonly lot_rollup: LotRollupTable;
  readonly balance_rollup: BalanceRollupTable;
  readonly click_rollup: ClickRollupTable;
  readonly share_rollup: ShareRollupTable;
}
