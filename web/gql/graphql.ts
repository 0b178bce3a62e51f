/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What can stand in the audit log, by the name that an event's `action` has. */
export type AuditAction =
  | 'approveProposal'
  | 'archiveVersion'
  | 'cancelTraining'
  | 'changeReserved'
  | 'createWebhook'
  | 'deleteAlias'
  | 'deleteTag'
  | 'deleteThread'
  | 'deleteWebhook'
  | 'endReproduction'
  | 'expireProposal'
  | 'followRegistry'
  | 'promoteVersion'
  | 'proposePromotion'
  | 'redeliverWebhook'
  | 'registerLogged'
  | 'registerModel'
  | 'registerVersion'
  | 'rejectProposal'
  | 'releaseModel'
  | 'removeModel'
  | 'renameThread'
  | 'reproduceVersion'
  | 'reserveModel'
  | 'restoreModel'
  | 'restoreThread'
  | 'restoreVersion'
  | 'rollback'
  | 'setAlias'
  | 'setDescription'
  | 'setPolicy'
  | 'setTag'
  | 'stopReply'
  | 'testWebhook'
  | 'trainModel';

export type AuditOutcome =
  | 'DONE'
  | 'FAILED'
  | 'REFUSED';

export type ChatEventType =
  | 'CARD'
  | 'PENDING'
  | 'STEP'
  | 'TOKEN'
  | 'TURN_COMPLETED'
  | 'TURN_FAILED'
  | 'TURN_STARTED';

export type ChatInput = {
  message: string;
  /** Omit to open a new thread. A UUID of the client's own that names no thread yet opens one with that id, so that a client can subscribe to chatReply before it sends its first message. */
  threadId?: string | number | null | undefined;
  /** Chosen by the client: the same id sent twice is one turn, and answers the same. */
  turnId?: string | number | null | undefined;
};

export type ComparedRows =
  /** Rows that no version was trained on: a fair comparison. */
  | 'HELD_OUT_BY_ALL'
  /** Rows too that some of the versions were trained on: each prediction says whether its version held the row out. */
  | 'HELD_OUT_BY_ANY';

export type DeliveryStatus =
  | 'DELIVERED'
  | 'FAILED'
  | 'PENDING';

export type FeatureKind =
  | 'CATEGORICAL'
  | 'NUMERIC';

export type Intent =
  | 'ACTIVE_MODEL'
  | 'ARCHIVE'
  | 'AUDIT_HISTORY'
  | 'CANCEL_TRAINING'
  | 'COMPARE_VERSIONS'
  | 'HELP'
  | 'LIST_MODELS'
  | 'MODEL_DETAILS'
  | 'OUT_OF_SCOPE'
  | 'PREDICT'
  | 'PROMOTE'
  | 'REMOVE'
  | 'ROLLBACK'
  | 'TRAIN'
  | 'TRAINING_STATUS';

export type LoggedModelStatus =
  | 'PENDING'
  | 'READY'
  | 'UPLOAD_FAILED';

export type LoggedModelUseKind =
  | 'INPUT'
  | 'OUTPUT';

export type LoggedRunStatus =
  | 'FAILED'
  | 'FINISHED'
  | 'KILLED'
  | 'RUNNING'
  | 'SCHEDULED';

export type MetricBoundInput = {
  atLeast?: number | null | undefined;
  atMost?: number | null | undefined;
  name: string;
};

export type ModelEventType =
  | 'ALIAS_DELETED'
  | 'ALIAS_SET'
  | 'ARCHIVED'
  | 'DESCRIBED'
  | 'POLICY_SET'
  | 'PROMOTED'
  | 'PROPOSAL_APPROVED'
  | 'PROPOSAL_EXPIRED'
  | 'PROPOSAL_REJECTED'
  | 'PROPOSED'
  | 'REGISTERED'
  | 'REMOVED'
  | 'RESTORED'
  | 'ROLLED_BACK'
  | 'TAG_DELETED'
  | 'TAG_SET';

export type NotWorseInput = {
  /** accuracy, roc_auc, log_loss, rmse, mae or r2; omitted: the one that decides. */
  metric?: string | null | undefined;
  tolerance?: number | null | undefined;
};

export type PendingStatus =
  | 'ANSWERED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'OPEN'
  | 'SUPERSEDED';

/** The acts that change what answers predictions, or remove: each can be shown before it is done. */
export type PlannedAction =
  | 'ARCHIVE_VERSION'
  | 'PROMOTE_VERSION'
  | 'REMOVE_MODEL'
  | 'ROLLBACK';

export type PredictInput = {
  /** In place of a number: the version that it points to. */
  alias?: string | null | undefined;
  /** Feature to value. */
  features: unknown;
  /** Omitted: the active model. */
  model?: string | null | undefined;
  /** Omitted: the version in production. */
  version?: number | null | undefined;
};

export type ProposalStatus =
  | 'APPROVED'
  | 'EXPIRED'
  | 'PROPOSED'
  | 'REJECTED';

/** What a reply is, so that a client can choose how to show it. */
export type ReplyKind =
  | 'ACTIVE_MODEL'
  | 'ARCHIVED'
  | 'AUDIT_HISTORY'
  | 'CANCELLED'
  | 'CLARIFICATION'
  | 'COMPARE_VERSIONS'
  | 'CONFIRMATION_REQUIRED'
  | 'ERROR'
  | 'HELP'
  | 'LIST_MODELS'
  | 'MISSING_INPUTS'
  | 'MODEL_DETAILS'
  | 'OUT_OF_SCOPE'
  | 'PREDICTION'
  | 'PROMOTED'
  | 'PROPOSED'
  | 'REMOVED'
  | 'ROLLED_BACK'
  | 'TRAINING_CANCELLED'
  | 'TRAINING_FINISHED'
  | 'TRAINING_STARTED'
  | 'TRAINING_STATUS';

export type ReproductionOutcome =
  | 'BYTE_EQUAL'
  | 'DIFFERENT'
  | 'PREDICTIONS_EQUAL';

export type ReproductionStatus =
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SUCCEEDED';

/** What somebody is trusted with. Each may what the ones before it may. */
export type Role =
  | 'APPROVER'
  | 'EDITOR'
  | 'OWNER'
  | 'VIEWER';

export type SetPolicyInput = {
  /** 0 or 1. */
  approvals?: number | null | undefined;
  description?: boolean | null | undefined;
  /** The revision that you have seen; another one there is a CONFLICT. */
  expectedRevision?: number | null | undefined;
  /** At most 20. */
  metrics?: Array<MetricBoundInput> | null | undefined;
  model: string;
  notWorse?: NotWorseInput | null | undefined;
  parity?: boolean | null | undefined;
};

export type Stage =
  | 'ARCHIVED'
  | 'CANDIDATE'
  | 'PRODUCTION';

export type StageChangeReason =
  | 'ARCHIVED'
  | 'PROMOTED'
  | 'REGISTERED'
  | 'REMOVED'
  | 'RESTORED'
  | 'ROLLED_BACK'
  | 'SUPERSEDED';

export type Task =
  | 'BINARY_CLASSIFICATION'
  | 'MULTICLASS_CLASSIFICATION'
  | 'REGRESSION';

export type TrainModelInput = {
  algorithm?: string | null | undefined;
  /** Another data set than the model's own. */
  dataset?: string | null | undefined;
  model: string;
  /** Of the algorithm. */
  params?: unknown;
  seed?: number | null | undefined;
  /** The part of the rows that is held out for the test must be between 0.05 and 0.95: 0.3 holds out 30% of the rows. */
  testSize?: number | null | undefined;
};

export type TrainingEventType =
  | 'CANCELLED'
  | 'FAILED'
  | 'PROGRESS'
  | 'QUEUED'
  | 'RETRIED'
  | 'STARTED'
  | 'SUCCEEDED';

export type TrainingStatus =
  | 'CANCELLED'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SUCCEEDED';

export type TurnStatus =
  | 'COMPLETED'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING';

export type AuditEventDetails_EventFragment = { id: string, at: string, message: string | null, answer: string | null, threadId: string | null, requestId: string, details: unknown, before: unknown, after: unknown, hash: string, previousHash: string } & { ' $fragmentName'?: 'AuditEventDetails_EventFragment' };

export type AuditEventRow_EventFragment = (
  { id: string, seq: number, at: string, action: string, outcome: AuditOutcome, subject: string, version: number | null, summary: string, message: string | null, answer: string | null, threadId: string | null, actor: { id: string, name: string } }
  & { ' $fragmentRefs'?: { 'AuditEventDetails_EventFragment': AuditEventDetails_EventFragment } }
) & { ' $fragmentName'?: 'AuditEventRow_EventFragment' };

export type AuditEventTable_EventFragment = (
  { id: string }
  & { ' $fragmentRefs'?: { 'AuditEventRow_EventFragment': AuditEventRow_EventFragment } }
) & { ' $fragmentName'?: 'AuditEventTable_EventFragment' };

export type AuditLogQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  subject?: string | null | undefined;
  actor?: string | null | undefined;
  action?: AuditAction | null | undefined;
  outcome?: AuditOutcome | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
}>;


export type AuditLogQuery = { auditLog: { totalCount: number, nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'AuditEventTable_EventFragment': AuditEventTable_EventFragment } }
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AuditTable_CardFragment = { events: Array<(
    { id: string }
    & { ' $fragmentRefs'?: { 'AuditEventTable_EventFragment': AuditEventTable_EventFragment } }
  )> } & { ' $fragmentName'?: 'AuditTable_CardFragment' };

export type VerifyAuditLogQueryVariables = Exact<{ [key: string]: never; }>;


export type VerifyAuditLogQuery = { verifyAuditLog: { valid: boolean, checked: number, brokenAt: number | null, reason: string | null, headHash: string } };

export type AuditExportQueryVariables = Exact<{
  after?: string | null | undefined;
  subject?: string | null | undefined;
  actor?: string | null | undefined;
  action?: AuditAction | null | undefined;
  outcome?: AuditOutcome | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
}>;


export type AuditExportQuery = { auditLog: { totalCount: number, nodes: Array<{ seq: number, id: string, at: string, action: string, outcome: AuditOutcome, subject: string, version: number | null, summary: string, message: string | null, answer: string | null, threadId: string | null, turnId: string | null, requestId: string, details: unknown, before: unknown, after: unknown, previousHash: string, hash: string, actor: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type CardSwitch_Card_AuditTable_Fragment = (
  { __typename: 'AuditTable' }
  & { ' $fragmentRefs'?: { 'AuditTable_CardFragment': AuditTable_CardFragment } }
) & { ' $fragmentName'?: 'CardSwitch_Card_AuditTable_Fragment' };

type CardSwitch_Card_ChoiceCard_Fragment = (
  { __typename: 'ChoiceCard' }
  & { ' $fragmentRefs'?: { 'ChoiceCard_CardFragment': ChoiceCard_CardFragment } }
) & { ' $fragmentName'?: 'CardSwitch_Card_ChoiceCard_Fragment' };

type CardSwitch_Card_ConfirmationCard_Fragment = (
  { __typename: 'ConfirmationCard' }
  & { ' $fragmentRefs'?: { 'ConfirmationCard_CardFragment': ConfirmationCard_CardFragment } }
) & { ' $fragmentName'?: 'CardSwitch_Card_ConfirmationCard_Fragment' };

type CardSwitch_Card_FeatureForm_Fragment = (
  { __typename: 'FeatureForm' }
  & { ' $fragmentRefs'?: { 'FeatureForm_CardFragment': FeatureForm_CardFragment } }
) & { ' $fragmentName'?: 'CardSwitch_Card_FeatureForm_Fragment' };

type CardSwitch_Card_HelpCard_Fragment = (
  { __typename: 'HelpCard' }
  & { ' $fragmentRefs'?: { 'HelpCard_CardFragment': HelpCard_CardFragment } }
) & { ' $fragmentName'?: 'CardSwitch_Card_HelpCard_Fragment' };

type CardSwitch_Card_ModelTable_Fragment = (
  { __typename: 'ModelTable' }
  & { ' $fragmentRefs'?: { 'ModelTable_CardFragment': ModelTable_CardFragment } }
) & { ' $fragmentName'?: 'CardSwitch_Card_ModelTable_Fragment' };

type CardSwitch_Card_PredictionCard_Fragment = (
  { __typename: 'PredictionCard' }
  & { ' $fragmentRefs'?: { 'PredictionCard_CardFragment': PredictionCard_CardFragment } }
) & { ' $fragmentName'?: 'CardSwitch_Card_PredictionCard_Fragment' };

type CardSwitch_Card_TrainingCard_Fragment = (
  { __typename: 'TrainingCard' }
  & { ' $fragmentRefs'?: { 'TrainingCard_CardFragment': TrainingCard_CardFragment } }
) & { ' $fragmentName'?: 'CardSwitch_Card_TrainingCard_Fragment' };

type CardSwitch_Card_VersionCard_Fragment = (
  { __typename: 'VersionCard' }
  & { ' $fragmentRefs'?: { 'VersionCard_CardFragment': VersionCard_CardFragment } }
) & { ' $fragmentName'?: 'CardSwitch_Card_VersionCard_Fragment' };

type CardSwitch_Card_VersionComparison_Fragment = (
  { __typename: 'VersionComparison' }
  & { ' $fragmentRefs'?: { 'VersionComparison_CardFragment': VersionComparison_CardFragment } }
) & { ' $fragmentName'?: 'CardSwitch_Card_VersionComparison_Fragment' };

export type CardSwitch_CardFragment =
  | CardSwitch_Card_AuditTable_Fragment
  | CardSwitch_Card_ChoiceCard_Fragment
  | CardSwitch_Card_ConfirmationCard_Fragment
  | CardSwitch_Card_FeatureForm_Fragment
  | CardSwitch_Card_HelpCard_Fragment
  | CardSwitch_Card_ModelTable_Fragment
  | CardSwitch_Card_PredictionCard_Fragment
  | CardSwitch_Card_TrainingCard_Fragment
  | CardSwitch_Card_VersionCard_Fragment
  | CardSwitch_Card_VersionComparison_Fragment
;

export type ChoiceCard_CardFragment = { requestId: string, question: string, status: PendingStatus, options: Array<{ value: string, label: string }> } & { ' $fragmentName'?: 'ChoiceCard_CardFragment' };

export type ConfirmationCard_CardFragment = { requestId: string, title: string, effects: Array<string>, destructive: boolean, digest: string, expiresAt: string, status: PendingStatus, gates: Array<(
    { name: string }
    & { ' $fragmentRefs'?: { 'PlanDetails_GateFragment': PlanDetails_GateFragment } }
  )> } & { ' $fragmentName'?: 'ConfirmationCard_CardFragment' };

export type Conversation_ThreadFragment = { id: string, turns: { nodes: Array<(
      { id: string, suggestions: Array<string>, cards: Array<
        | { __typename: 'AuditTable' }
        | { __typename: 'ChoiceCard', requestId: string }
        | { __typename: 'ConfirmationCard', requestId: string }
        | { __typename: 'FeatureForm', requestId: string }
        | { __typename: 'HelpCard', said: Array<string> }
        | { __typename: 'ModelTable', rows: Array<{ name: string, production: number | null, latest: number | null }>, trainable: Array<{ command: string }> }
        | { __typename: 'PredictionCard' }
        | { __typename: 'TrainingCard', run: { id: string, model: string, status: TrainingStatus, version: { id: string, stage: Stage } | null } | null }
        | { __typename: 'VersionCard' }
        | { __typename: 'VersionComparison' }
      > }
      & { ' $fragmentRefs'?: { 'Turn_TurnFragment': Turn_TurnFragment } }
    )>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } } & { ' $fragmentName'?: 'Conversation_ThreadFragment' };

export type ThreadSizeQueryVariables = Exact<{
  id: string | number;
}>;


export type ThreadSizeQuery = { thread: { id: string, turns: { totalCount: number } } | null };

export type DeleteThreadMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteThreadMutation = { deleteThread:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'DeletedThread', id: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
   };

export type RestoreThreadMutationVariables = Exact<{
  id: string | number;
}>;


export type RestoreThreadMutation = { restoreThread:
    | { __typename: 'ChatThread', id: string, title: string }
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
   };

export type EarlierTurnsQueryVariables = Exact<{
  id: string | number;
  last: number;
  before: string;
}>;


export type EarlierTurnsQuery = { thread: { id: string, turns: { nodes: Array<(
        { id: string, cards: Array<
          | { __typename: 'AuditTable' }
          | { __typename: 'ChoiceCard', requestId: string }
          | { __typename: 'ConfirmationCard', requestId: string }
          | { __typename: 'FeatureForm', requestId: string }
          | { __typename: 'HelpCard' }
          | { __typename: 'ModelTable' }
          | { __typename: 'PredictionCard' }
          | { __typename: 'TrainingCard' }
          | { __typename: 'VersionCard' }
          | { __typename: 'VersionComparison' }
        > }
        & { ' $fragmentRefs'?: { 'Turn_TurnFragment': Turn_TurnFragment } }
      )>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } } | null };

export type SuggestionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SuggestionsQuery = { suggestions: Array<string> };

export type FeatureForm_CardFragment = { requestId: string, model: string, version: number, values: unknown, missing: Array<string>, status: PendingStatus, features: Array<(
    { name: string, kind: FeatureKind, required: boolean, min: number | null, max: number | null, integer: boolean }
    & { ' $fragmentRefs'?: { 'FeatureFields_FeatureFragment': FeatureFields_FeatureFragment } }
  )>, weak: Array<{ slot: string, text: string }> } & { ' $fragmentName'?: 'FeatureForm_CardFragment' };

export type HelpCard_CardFragment = { title: string, suggestions: Array<string> } & { ' $fragmentName'?: 'HelpCard_CardFragment' };

export type RenameThreadMutationVariables = Exact<{
  id: string | number;
  title: string;
}>;


export type RenameThreadMutation = { renameThread:
    | { __typename: 'ChatThread', id: string, title: string }
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
   };

export type ThreadsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type ThreadsQuery = { threads: { nodes: Array<{ id: string, title: string, updatedAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ThreadQueryVariables = Exact<{
  id: string | number;
  last: number;
}>;


export type ThreadQuery = { thread: (
    { id: string, title: string, lastSeq: number, turns: { nodes: Array<{ id: string, message: string, pending: { id: string, status: PendingStatus } | null }> }, waiting: Array<{ id: string, message: string }> }
    & { ' $fragmentRefs'?: { 'Conversation_ThreadFragment': Conversation_ThreadFragment } }
  ) | null };

export type Turn_TurnFragment = { id: string, threadId: string, message: string, status: TurnStatus, kind: ReplyKind, content: string, createdAt: string, suggestions: Array<string>, pending: { id: string, status: PendingStatus } | null, cards: Array<
    | (
      { __typename: 'AuditTable' }
      & { ' $fragmentRefs'?: { 'TurnCard_Card_AuditTable_Fragment': TurnCard_Card_AuditTable_Fragment } }
    )
    | (
      { __typename: 'ChoiceCard', requestId: string, question: string }
      & { ' $fragmentRefs'?: { 'TurnCard_Card_ChoiceCard_Fragment': TurnCard_Card_ChoiceCard_Fragment } }
    )
    | (
      { __typename: 'ConfirmationCard', requestId: string, effects: Array<string> }
      & { ' $fragmentRefs'?: { 'TurnCard_Card_ConfirmationCard_Fragment': TurnCard_Card_ConfirmationCard_Fragment } }
    )
    | (
      { __typename: 'FeatureForm', requestId: string, status: PendingStatus, features: Array<{ question: string }> }
      & { ' $fragmentRefs'?: { 'TurnCard_Card_FeatureForm_Fragment': TurnCard_Card_FeatureForm_Fragment } }
    )
    | (
      { __typename: 'HelpCard' }
      & { ' $fragmentRefs'?: { 'TurnCard_Card_HelpCard_Fragment': TurnCard_Card_HelpCard_Fragment } }
    )
    | (
      { __typename: 'ModelTable' }
      & { ' $fragmentRefs'?: { 'TurnCard_Card_ModelTable_Fragment': TurnCard_Card_ModelTable_Fragment } }
    )
    | (
      { __typename: 'PredictionCard' }
      & { ' $fragmentRefs'?: { 'TurnCard_Card_PredictionCard_Fragment': TurnCard_Card_PredictionCard_Fragment } }
    )
    | (
      { __typename: 'TrainingCard' }
      & { ' $fragmentRefs'?: { 'TurnCard_Card_TrainingCard_Fragment': TurnCard_Card_TrainingCard_Fragment } }
    )
    | (
      { __typename: 'VersionCard' }
      & { ' $fragmentRefs'?: { 'TurnCard_Card_VersionCard_Fragment': TurnCard_Card_VersionCard_Fragment } }
    )
    | (
      { __typename: 'VersionComparison' }
      & { ' $fragmentRefs'?: { 'TurnCard_Card_VersionComparison_Fragment': TurnCard_Card_VersionComparison_Fragment } }
    )
  >, interpretation: { ' $fragmentRefs'?: { 'Understanding_InterpretationFragment': Understanding_InterpretationFragment } } } & { ' $fragmentName'?: 'Turn_TurnFragment' };

type TurnCard_Card_AuditTable_Fragment = (
  { __typename: 'AuditTable' }
  & { ' $fragmentRefs'?: { 'CardSwitch_Card_AuditTable_Fragment': CardSwitch_Card_AuditTable_Fragment } }
) & { ' $fragmentName'?: 'TurnCard_Card_AuditTable_Fragment' };

type TurnCard_Card_ChoiceCard_Fragment = (
  { __typename: 'ChoiceCard' }
  & { ' $fragmentRefs'?: { 'CardSwitch_Card_ChoiceCard_Fragment': CardSwitch_Card_ChoiceCard_Fragment } }
) & { ' $fragmentName'?: 'TurnCard_Card_ChoiceCard_Fragment' };

type TurnCard_Card_ConfirmationCard_Fragment = (
  { __typename: 'ConfirmationCard' }
  & { ' $fragmentRefs'?: { 'CardSwitch_Card_ConfirmationCard_Fragment': CardSwitch_Card_ConfirmationCard_Fragment } }
) & { ' $fragmentName'?: 'TurnCard_Card_ConfirmationCard_Fragment' };

type TurnCard_Card_FeatureForm_Fragment = (
  { __typename: 'FeatureForm' }
  & { ' $fragmentRefs'?: { 'CardSwitch_Card_FeatureForm_Fragment': CardSwitch_Card_FeatureForm_Fragment } }
) & { ' $fragmentName'?: 'TurnCard_Card_FeatureForm_Fragment' };

type TurnCard_Card_HelpCard_Fragment = (
  { __typename: 'HelpCard' }
  & { ' $fragmentRefs'?: { 'CardSwitch_Card_HelpCard_Fragment': CardSwitch_Card_HelpCard_Fragment } }
) & { ' $fragmentName'?: 'TurnCard_Card_HelpCard_Fragment' };

type TurnCard_Card_ModelTable_Fragment = (
  { __typename: 'ModelTable' }
  & { ' $fragmentRefs'?: { 'CardSwitch_Card_ModelTable_Fragment': CardSwitch_Card_ModelTable_Fragment } }
) & { ' $fragmentName'?: 'TurnCard_Card_ModelTable_Fragment' };

type TurnCard_Card_PredictionCard_Fragment = (
  { __typename: 'PredictionCard' }
  & { ' $fragmentRefs'?: { 'CardSwitch_Card_PredictionCard_Fragment': CardSwitch_Card_PredictionCard_Fragment } }
) & { ' $fragmentName'?: 'TurnCard_Card_PredictionCard_Fragment' };

type TurnCard_Card_TrainingCard_Fragment = (
  { __typename: 'TrainingCard' }
  & { ' $fragmentRefs'?: { 'CardSwitch_Card_TrainingCard_Fragment': CardSwitch_Card_TrainingCard_Fragment } }
) & { ' $fragmentName'?: 'TurnCard_Card_TrainingCard_Fragment' };

type TurnCard_Card_VersionCard_Fragment = (
  { __typename: 'VersionCard' }
  & { ' $fragmentRefs'?: { 'CardSwitch_Card_VersionCard_Fragment': CardSwitch_Card_VersionCard_Fragment } }
) & { ' $fragmentName'?: 'TurnCard_Card_VersionCard_Fragment' };

type TurnCard_Card_VersionComparison_Fragment = (
  { __typename: 'VersionComparison' }
  & { ' $fragmentRefs'?: { 'CardSwitch_Card_VersionComparison_Fragment': CardSwitch_Card_VersionComparison_Fragment } }
) & { ' $fragmentName'?: 'TurnCard_Card_VersionComparison_Fragment' };

export type TurnCard_CardFragment =
  | TurnCard_Card_AuditTable_Fragment
  | TurnCard_Card_ChoiceCard_Fragment
  | TurnCard_Card_ConfirmationCard_Fragment
  | TurnCard_Card_FeatureForm_Fragment
  | TurnCard_Card_HelpCard_Fragment
  | TurnCard_Card_ModelTable_Fragment
  | TurnCard_Card_PredictionCard_Fragment
  | TurnCard_Card_TrainingCard_Fragment
  | TurnCard_Card_VersionCard_Fragment
  | TurnCard_Card_VersionComparison_Fragment
;

export type Understanding_InterpretationFragment = { source: string, fallback: string | null, intents: Array<{ intent: Intent, confidence: number, slots: unknown, missing: Array<string>, evidence: Array<{ slot: string, value: unknown, text: string, start: number, end: number, weak: boolean }>, problems: Array<{ slot: string, text: string, message: string }> }> } & { ' $fragmentName'?: 'Understanding_InterpretationFragment' };

export type StopReplyMutationVariables = Exact<{
  turnId: string | number;
}>;


export type StopReplyMutation = { stopReply:
    | { __typename: 'ChatTurn', id: string }
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
   };

export type AnswerMutationVariables = Exact<{
  requestId: string | number;
  values: unknown;
}>;


export type AnswerMutation = { answer:
    | (
      { __typename: 'ChatTurn', id: string, threadId: string }
      & { ' $fragmentRefs'?: { 'Turn_TurnFragment': Turn_TurnFragment } }
    )
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'LimitExceededError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type ChatReplySubscriptionVariables = Exact<{
  threadId: string | number;
  after?: number | null | undefined;
}>;


export type ChatReplySubscription = { chatReply: { seq: number, turnId: string, type: ChatEventType, payload: unknown } };

export type TurnQueryVariables = Exact<{
  id: string | number;
}>;


export type TurnQuery = { turn: (
    { id: string, threadId: string, status: TurnStatus, content: string, pending: { id: string, status: PendingStatus } | null }
    & { ' $fragmentRefs'?: { 'Turn_TurnFragment': Turn_TurnFragment } }
  ) | null };

export type SendMutationVariables = Exact<{
  input: ChatInput;
}>;


export type SendMutation = { chat:
    | (
      { __typename: 'ChatTurn', id: string, threadId: string }
      & { ' $fragmentRefs'?: { 'Turn_TurnFragment': Turn_TurnFragment } }
    )
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'LimitExceededError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type FirstStepsQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstStepsQuery = { suggestions: Array<string>, models: { totalCount: number, nodes: Array<{ id: string, name: string, versions: { nodes: Array<{ id: string, version: number }> } }> }, promotions: { totalCount: number }, trainingOptions: { untrained: Array<{ name: string }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { role: Role | null, permissions: Array<string>, actor: { id: string, name: string } } };

export type PlanQueryVariables = Exact<{
  action: PlannedAction;
  model: string;
  version?: number | null | undefined;
}>;


export type PlanQuery = { plan:
    | { __typename: 'ActionPlan', question: string, effects: Array<string>, digest: string, gates: Array<(
        { name: string }
        & { ' $fragmentRefs'?: { 'PlanDetails_GateFragment': PlanDetails_GateFragment } }
      )> }
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'GatesFailedError', code: string, message: string, gates: Array<(
        { name: string }
        & { ' $fragmentRefs'?: { 'PlanDetails_GateFragment': PlanDetails_GateFragment } }
      )> }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type ActiveModelQueryVariables = Exact<{ [key: string]: never; }>;


export type ActiveModelQuery = { activeModel: { id: string, version: number, model: { id: string, name: string }, metrics: Array<{ name: string, value: number, split: string }> } | null, models: { nodes: Array<{ id: string, name: string, production: { id: string, version: number } | null, versions: { nodes: Array<{ id: string, version: number, stage: Stage }> } }> } };

export type ModelEventsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ModelEventsSubscription = { modelEvents: { seq: number, type: ModelEventType, model: string, version: number | null, name: string | null, actor: string, at: string } };

export type ArchiveVersionMutationVariables = Exact<{
  model: string;
  version: number;
  planDigest: string;
  comment?: string | null | undefined;
}>;


export type ArchiveVersionMutation = { archiveVersion:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'GatesFailedError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'ModelVersion', id: string, version: number, stage: Stage }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Proposal' }
    | { __typename: 'StaleAliasError', code: string, message: string }
    | { __typename: 'StalePlanError', code: string, message: string }
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type CompareQueryVariables = Exact<{
  model: string;
  versions: Array<number> | number;
}>;


export type CompareQuery = { compareVersions:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | (
      { __typename: 'VersionsCompared', versions: Array<{ id: string, version: number }> }
      & { ' $fragmentRefs'?: { 'VersionsSideBySide_ComparedFragment': VersionsSideBySide_ComparedFragment } }
    )
  , model: { id: string, versions: { nodes: Array<{ id: string, version: number, stage: Stage }> } } | null };

export type SetDescriptionMutationVariables = Exact<{
  model: string;
  version?: number | null | undefined;
  description: string;
}>;


export type SetDescriptionMutation = { setDescription:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'LimitExceededError', code: string, message: string }
    | { __typename: 'Model', id: string, description: string }
    | { __typename: 'ModelVersion', id: string, description: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type DifferingRowsQueryVariables = Exact<{
  model: string;
  versions: Array<number> | number;
  rows: ComparedRows;
}>;


export type DifferingRowsQuery = { compareVersions:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'VersionsCompared', holdoutDifferences:
        | { __typename: 'ConflictError', code: string, message: string }
        | { __typename: 'ForbiddenError', code: string, message: string }
        | { __typename: 'HoldoutDifferences', compared: number, heldOutByAll: number, total: number, rows: Array<{ row: number, features: unknown, truth: unknown, predictions: Array<{ version: number, heldOut: boolean, value: unknown, probabilities: unknown }> }> }
        | { __typename: 'InvalidInputError', code: string, message: string }
        | { __typename: 'NotFoundError', code: string, message: string }
        | { __typename: 'UnavailableError', code: string, message: string }
       }
   };

export type FeatureList_FeatureFragment = { name: string, kind: FeatureKind, categories: Array<string> | null, unit: string | null, min: number | null, max: number | null, required: boolean, description: string, options: Array<{ value: string, label: string }> | null } & { ' $fragmentName'?: 'FeatureList_FeatureFragment' };

export type MetricList_MetricFragment = { name: string, value: number, split: string } & { ' $fragmentName'?: 'MetricList_MetricFragment' };

export type MetricsOverVersions_ModelFragment = { id: string, versions: { nodes: Array<{ id: string, version: number, metrics: Array<{ name: string, value: number, split: string }> }> } } & { ' $fragmentName'?: 'MetricsOverVersions_ModelFragment' };

export type ModelActions_ModelFragment = { id: string, name: string, description: string, versions: { nodes: Array<{ id: string, stage: Stage, promotedAt: string | null }> } } & { ' $fragmentName'?: 'ModelActions_ModelFragment' };

export type ModelCardQueryVariables = Exact<{
  model: string;
  version: number;
}>;


export type ModelCardQuery = { modelVersion: { id: string, card: string | null } | null };

export type ModelLabels_ModelFragment = { id: string, name: string, aliases: Array<{ name: string, version: { id: string, version: number } }>, tags: Array<{ key: string, value: string }> } & { ' $fragmentName'?: 'ModelLabels_ModelFragment' };

export type ModelsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
  stage?: Stage | null | undefined;
}>;


export type ModelsQuery = { models: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'ModelSummary_ModelFragment': ModelSummary_ModelFragment } }
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ModelQueryVariables = Exact<{
  name: string;
}>;


export type ModelQuery = { model: (
    { id: string, name: string, description: string, target: string, task: Task, trainable: boolean, classes: Array<{ value: string, label: string }>, features: Array<{ ' $fragmentRefs'?: { 'FeatureList_FeatureFragment': FeatureList_FeatureFragment;'TryIt_FeatureFragment': TryIt_FeatureFragment } }>, newest: { nodes: Array<(
        { id: string, version: number, stage: Stage }
        & { ' $fragmentRefs'?: { 'LoggedSource_VersionFragment': LoggedSource_VersionFragment } }
      )> }, production: (
      { id: string, version: number, stage: Stage, algorithm: string, promotedAt: string | null, createdBy: string, metrics: Array<{ ' $fragmentRefs'?: { 'MetricList_MetricFragment': MetricList_MetricFragment } }> }
      & { ' $fragmentRefs'?: { 'Provenance_VersionFragment': Provenance_VersionFragment;'LoggedSource_VersionFragment': LoggedSource_VersionFragment } }
    ) | null }
    & { ' $fragmentRefs'?: { 'ModelActions_ModelFragment': ModelActions_ModelFragment;'VersionTable_ModelFragment': VersionTable_ModelFragment;'MetricsOverVersions_ModelFragment': MetricsOverVersions_ModelFragment;'StageTimeline_ModelFragment': StageTimeline_ModelFragment;'ModelLabels_ModelFragment': ModelLabels_ModelFragment;'PolicyCard_ModelFragment': PolicyCard_ModelFragment } }
  ) | null };

export type ModelSummary_ModelFragment = { id: string, name: string, description: string, task: Task, production: { id: string, version: number, metrics: Array<{ name: string, value: number, split: string }> } | null, versions: { totalCount: number, nodes: Array<{ id: string, version: number, stage: Stage }> } } & { ' $fragmentName'?: 'ModelSummary_ModelFragment' };

export type ModelTable_CardFragment = { rows: Array<{ name: string, description: string, versions: number, production: number | null, latest: number | null, metric: { name: string, value: number, split: string } | null }>, trainable: Array<{ name: string, description: string, command: string }> } & { ' $fragmentName'?: 'ModelTable_CardFragment' };

export type PlanDetails_GateFragment = { name: string, passed: boolean, detail: string } & { ' $fragmentName'?: 'PlanDetails_GateFragment' };

export type PolicyCard_ModelFragment = { id: string, name: string, task: Task, policy: { approvals: number, changedAt: string | null, changedBy: string | null, description: boolean, parity: boolean, revision: number, metrics: Array<{ name: string, atLeast: number | null, atMost: number | null }>, notWorse: { metric: string | null, tolerance: number } | null } } & { ' $fragmentName'?: 'PolicyCard_ModelFragment' };

export type SetPolicyMutationVariables = Exact<{
  input: SetPolicyInput;
  comment?: string | null | undefined;
}>;


export type SetPolicyMutation = { setPolicy:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | (
      { __typename: 'Model', id: string }
      & { ' $fragmentRefs'?: { 'PolicyCard_ModelFragment': PolicyCard_ModelFragment } }
    )
    | { __typename: 'NotFoundError', code: string, message: string }
   };

export type ProductionThenQueryVariables = Exact<{
  model: string;
  at: string;
}>;


export type ProductionThenQuery = { productionAt: { id: string, version: number } | null, modelHistory: { nodes: Array<{ id: string, to: Stage | null, version: number | null, actor: string, at: string, message: string | null, comment: string | null }> } };

export type PromoteVersionMutationVariables = Exact<{
  model: string;
  version: number;
  planDigest: string;
  comment?: string | null | undefined;
}>;


export type PromoteVersionMutation = { promoteVersion:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'GatesFailedError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'ModelVersion', id: string, version: number, stage: Stage }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Proposal', id: string, status: ProposalStatus }
    | { __typename: 'StaleAliasError', code: string, message: string }
    | { __typename: 'StalePlanError', code: string, message: string }
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type ProposalWaiting_ProposalFragment = { id: string, effects: Array<string>, own: boolean, proposedBy: string, proposedAt: string, expiresAt: string, comment: string | null, model: { id: string, name: string }, version: { id: string, version: number }, gates: Array<(
    { name: string }
    & { ' $fragmentRefs'?: { 'PlanDetails_GateFragment': PlanDetails_GateFragment } }
  )> } & { ' $fragmentName'?: 'ProposalWaiting_ProposalFragment' };

export type ApproveProposalMutationVariables = Exact<{
  id: string | number;
  comment?: string | null | undefined;
}>;


export type ApproveProposalMutation = { approveProposal:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'GatesFailedError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'ModelVersion', id: string, version: number, stage: Stage }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Proposal' }
    | { __typename: 'StaleAliasError', code: string, message: string }
    | { __typename: 'StalePlanError', code: string, message: string }
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type RejectProposalMutationVariables = Exact<{
  id: string | number;
  comment?: string | null | undefined;
}>;


export type RejectProposalMutation = { rejectProposal:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Proposal', id: string, status: ProposalStatus }
   };

export type ProposalsWaitingQueryVariables = Exact<{
  model: string;
}>;


export type ProposalsWaitingQuery = { proposals: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'ProposalWaiting_ProposalFragment': ProposalWaiting_ProposalFragment } }
    )> } };

export type Provenance_VersionFragment = { id: string, params: unknown, artifactSha256: string, artifactBytes: number, problem: string | null, dataset: { name: string, sha256: string, rows: number } | null, trainingRun: { id: string, rows: number | null, trainRows: number | null, testRows: number | null, testSize: number, seed: number } | null } & { ' $fragmentName'?: 'Provenance_VersionFragment' };

export type RemoveModelMutationVariables = Exact<{
  name: string;
  confirmName: string;
  planDigest: string;
  comment?: string | null | undefined;
}>;


export type RemoveModelMutation = { removeModel:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'RemovedModel', name: string, versions: number }
    | { __typename: 'StalePlanError', code: string, message: string }
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type RemovedModelsQueryVariables = Exact<{ [key: string]: never; }>;


export type RemovedModelsQuery = { removedModels: Array<{ name: string, removedAt: string, restorableUntil: string, versions: number }> };

export type ReproductionsQueryVariables = Exact<{
  model: string;
  version: number;
}>;


export type ReproductionsQuery = { modelVersion: { id: string, lineage: { run: { id: string, environment: { modelwright: string, node: string, onnxruntime: string, platform: string } | null } | null, reproductions: Array<{ id: string, status: ReproductionStatus, message: string, outcome: ReproductionOutcome | null, finishedAt: string | null, report: { rows: number, largestDifference: number, differingRows: number } | null }> } } | null };

export type ReproduceMutationVariables = Exact<{
  model: string;
  version: number;
}>;


export type ReproduceMutation = { reproduceVersion:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'LimitExceededError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Reproduction', id: string, status: ReproductionStatus }
   };

export type RollbackMutationVariables = Exact<{
  model: string;
  planDigest: string;
  comment?: string | null | undefined;
}>;


export type RollbackMutation = { rollback:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'GatesFailedError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'ModelVersion', id: string, version: number, stage: Stage }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Proposal' }
    | { __typename: 'StaleAliasError', code: string, message: string }
    | { __typename: 'StalePlanError', code: string, message: string }
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type StageTimeline_ModelFragment = { id: string, name: string, stageHistory: Array<{ id: string, version: number | null, to: Stage, reason: StageChangeReason, actor: string, comment: string | null, at: string }> } & { ' $fragmentName'?: 'StageTimeline_ModelFragment' };

export type UnservedModelsQueryVariables = Exact<{
  name?: string | null | undefined;
}>;


export type UnservedModelsQuery = { registry: { notShown: Array<{ name: string, why: string, since: string | null }> } };

export type UntrainedModelsQueryVariables = Exact<{ [key: string]: never; }>;


export type UntrainedModelsQuery = { trainingOptions: { untrained: Array<{ name: string, description: string, task: Task }> } };

export type VersionActions_VersionFragment = { id: string, version: number, stage: Stage, description: string } & { ' $fragmentName'?: 'VersionActions_VersionFragment' };

export type VersionCard_CardFragment = { model: string, version: number, stage: Stage, algorithm: string, createdAt: string, createdBy: string, metrics: Array<{ ' $fragmentRefs'?: { 'MetricList_MetricFragment': MetricList_MetricFragment } }>, features: Array<{ ' $fragmentRefs'?: { 'FeatureList_FeatureFragment': FeatureList_FeatureFragment } }>, dataset: { name: string, rows: number, sha256: string } | null } & { ' $fragmentName'?: 'VersionCard_CardFragment' };

export type VersionComparison_CardFragment = { model: string, versions: Array<{ version: number, stage: Stage, algorithm: string, createdAt: string, metrics: Array<{ name: string, value: number, split: string }> }> } & { ' $fragmentName'?: 'VersionComparison_CardFragment' };

export type VersionRow_VersionFragment = (
  { id: string, version: number, stage: Stage, algorithm: string, createdAt: string, createdBy: string, description: string, metrics: Array<{ name: string, value: number, split: string }> }
  & { ' $fragmentRefs'?: { 'VersionActions_VersionFragment': VersionActions_VersionFragment } }
) & { ' $fragmentName'?: 'VersionRow_VersionFragment' };

export type VersionTable_ModelFragment = { id: string, name: string, newest: { totalCount: number } } & { ' $fragmentName'?: 'VersionTable_ModelFragment' };

export type VersionsQueryVariables = Exact<{
  model: string;
  first: number;
  filter?: string | null | undefined;
  isLater: boolean;
  newer?: string | null | undefined;
}>;


export type VersionsQuery = { versions: { totalCount: number, nodes: Array<(
      { id: string, version: number, algorithm: string, metrics: Array<{ name: string, value: number, split: string }> }
      & { ' $fragmentRefs'?: { 'VersionRow_VersionFragment': VersionRow_VersionFragment } }
    )> }, newer?: { totalCount: number, nodes: Array<{ id: string, version: number }> } };

export type VersionsSideBySide_ComparedFragment = { model: { id: string, name: string, task: Task, classes: Array<{ value: string, label: string }>, features: Array<{ name: string, label: string, options: Array<{ value: string, label: string }> | null }> }, versions: Array<{ id: string, version: number, stage: Stage, algorithm: string, createdAt: string, createdBy: string, params: unknown, artifactSha256: string, artifactBytes: number, metrics: Array<{ name: string, value: number, split: string }>, coefficients: Array<{ feature: string | null, category: string | null, class: string | null, value: number }> | null, dataset: { name: string, rows: number, sha256: string } | null, trainingRun: { id: string, testSize: number, seed: number, trainRows: number | null, testRows: number | null } | null }> } & { ' $fragmentName'?: 'VersionsSideBySide_ComparedFragment' };

export type WaitingForApprovalQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WaitingForApprovalQuery = { proposals: { totalCount: number, nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'ProposalWaiting_ProposalFragment': ProposalWaiting_ProposalFragment } }
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type Refusal_Error_ConflictError_Fragment = { code: string, message: string } & { ' $fragmentName'?: 'Refusal_Error_ConflictError_Fragment' };

type Refusal_Error_ForbiddenError_Fragment = { code: string, message: string } & { ' $fragmentName'?: 'Refusal_Error_ForbiddenError_Fragment' };

type Refusal_Error_GatesFailedError_Fragment = { code: string, message: string } & { ' $fragmentName'?: 'Refusal_Error_GatesFailedError_Fragment' };

type Refusal_Error_InvalidInputError_Fragment = { code: string, message: string } & { ' $fragmentName'?: 'Refusal_Error_InvalidInputError_Fragment' };

type Refusal_Error_LimitExceededError_Fragment = { code: string, message: string } & { ' $fragmentName'?: 'Refusal_Error_LimitExceededError_Fragment' };

type Refusal_Error_MissingFeatures_Fragment = { code: string, message: string } & { ' $fragmentName'?: 'Refusal_Error_MissingFeatures_Fragment' };

type Refusal_Error_NotFoundError_Fragment = { code: string, message: string } & { ' $fragmentName'?: 'Refusal_Error_NotFoundError_Fragment' };

type Refusal_Error_StaleAliasError_Fragment = { code: string, message: string } & { ' $fragmentName'?: 'Refusal_Error_StaleAliasError_Fragment' };

type Refusal_Error_StalePlanError_Fragment = { code: string, message: string } & { ' $fragmentName'?: 'Refusal_Error_StalePlanError_Fragment' };

type Refusal_Error_UnavailableError_Fragment = { code: string, message: string } & { ' $fragmentName'?: 'Refusal_Error_UnavailableError_Fragment' };

export type Refusal_ErrorFragment =
  | Refusal_Error_ConflictError_Fragment
  | Refusal_Error_ForbiddenError_Fragment
  | Refusal_Error_GatesFailedError_Fragment
  | Refusal_Error_InvalidInputError_Fragment
  | Refusal_Error_LimitExceededError_Fragment
  | Refusal_Error_MissingFeatures_Fragment
  | Refusal_Error_NotFoundError_Fragment
  | Refusal_Error_StaleAliasError_Fragment
  | Refusal_Error_StalePlanError_Fragment
  | Refusal_Error_UnavailableError_Fragment
;

export type SetAliasMutationVariables = Exact<{
  model: string;
  alias: string;
  version: number;
}>;


export type SetAliasMutation = { setAlias:
    | { ' $fragmentRefs'?: { 'Refusal_Error_ConflictError_Fragment': Refusal_Error_ConflictError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_ForbiddenError_Fragment': Refusal_Error_ForbiddenError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_InvalidInputError_Fragment': Refusal_Error_InvalidInputError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_LimitExceededError_Fragment': Refusal_Error_LimitExceededError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_NotFoundError_Fragment': Refusal_Error_NotFoundError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_UnavailableError_Fragment': Refusal_Error_UnavailableError_Fragment } }
    | Record<PropertyKey, never>
   };

export type DeleteAliasMutationVariables = Exact<{
  model: string;
  alias: string;
}>;


export type DeleteAliasMutation = { deleteAlias:
    | { ' $fragmentRefs'?: { 'Refusal_Error_ConflictError_Fragment': Refusal_Error_ConflictError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_ForbiddenError_Fragment': Refusal_Error_ForbiddenError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_InvalidInputError_Fragment': Refusal_Error_InvalidInputError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_NotFoundError_Fragment': Refusal_Error_NotFoundError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_UnavailableError_Fragment': Refusal_Error_UnavailableError_Fragment } }
    | Record<PropertyKey, never>
   };

export type SetTagMutationVariables = Exact<{
  model: string;
  key: string;
  value: string;
}>;


export type SetTagMutation = { setTag:
    | { ' $fragmentRefs'?: { 'Refusal_Error_ConflictError_Fragment': Refusal_Error_ConflictError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_ForbiddenError_Fragment': Refusal_Error_ForbiddenError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_InvalidInputError_Fragment': Refusal_Error_InvalidInputError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_LimitExceededError_Fragment': Refusal_Error_LimitExceededError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_NotFoundError_Fragment': Refusal_Error_NotFoundError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_UnavailableError_Fragment': Refusal_Error_UnavailableError_Fragment } }
    | Record<PropertyKey, never>
   };

export type DeleteTagMutationVariables = Exact<{
  model: string;
  key: string;
}>;


export type DeleteTagMutation = { deleteTag:
    | { ' $fragmentRefs'?: { 'Refusal_Error_ConflictError_Fragment': Refusal_Error_ConflictError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_ForbiddenError_Fragment': Refusal_Error_ForbiddenError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_InvalidInputError_Fragment': Refusal_Error_InvalidInputError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_LimitExceededError_Fragment': Refusal_Error_LimitExceededError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_NotFoundError_Fragment': Refusal_Error_NotFoundError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_UnavailableError_Fragment': Refusal_Error_UnavailableError_Fragment } }
    | Record<PropertyKey, never>
   };

export type RestoreVersionMutationVariables = Exact<{
  model: string;
  version: number;
}>;


export type RestoreVersionMutation = { restoreVersion:
    | { ' $fragmentRefs'?: { 'Refusal_Error_ConflictError_Fragment': Refusal_Error_ConflictError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_ForbiddenError_Fragment': Refusal_Error_ForbiddenError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_GatesFailedError_Fragment': Refusal_Error_GatesFailedError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_InvalidInputError_Fragment': Refusal_Error_InvalidInputError_Fragment } }
    | { ' $fragmentRefs'?: { 'Stage_VersionFragment': Stage_VersionFragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_NotFoundError_Fragment': Refusal_Error_NotFoundError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_StaleAliasError_Fragment': Refusal_Error_StaleAliasError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_StalePlanError_Fragment': Refusal_Error_StalePlanError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_UnavailableError_Fragment': Refusal_Error_UnavailableError_Fragment } }
    | Record<PropertyKey, never>
   };

export type ArchiveAgainMutationVariables = Exact<{
  model: string;
  version: number;
}>;


export type ArchiveAgainMutation = { archiveVersion:
    | { ' $fragmentRefs'?: { 'Refusal_Error_ConflictError_Fragment': Refusal_Error_ConflictError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_ForbiddenError_Fragment': Refusal_Error_ForbiddenError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_GatesFailedError_Fragment': Refusal_Error_GatesFailedError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_InvalidInputError_Fragment': Refusal_Error_InvalidInputError_Fragment } }
    | { ' $fragmentRefs'?: { 'Stage_VersionFragment': Stage_VersionFragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_NotFoundError_Fragment': Refusal_Error_NotFoundError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_StaleAliasError_Fragment': Refusal_Error_StaleAliasError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_StalePlanError_Fragment': Refusal_Error_StalePlanError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_UnavailableError_Fragment': Refusal_Error_UnavailableError_Fragment } }
    | Record<PropertyKey, never>
   };

export type RestoreModelMutationVariables = Exact<{
  name: string;
}>;


export type RestoreModelMutation = { restoreModel:
    | { ' $fragmentRefs'?: { 'Refusal_Error_ConflictError_Fragment': Refusal_Error_ConflictError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_ForbiddenError_Fragment': Refusal_Error_ForbiddenError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_InvalidInputError_Fragment': Refusal_Error_InvalidInputError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_NotFoundError_Fragment': Refusal_Error_NotFoundError_Fragment } }
    | { ' $fragmentRefs'?: { 'Refusal_Error_UnavailableError_Fragment': Refusal_Error_UnavailableError_Fragment } }
    | Record<PropertyKey, never>
   };

export type Stage_VersionFragment = { id: string, stage: Stage } & { ' $fragmentName'?: 'Stage_VersionFragment' };

export type WaitingCountQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingCountQuery = { proposals: { totalCount: number } };

export type PaletteModelsQueryVariables = Exact<{ [key: string]: never; }>;


export type PaletteModelsQuery = { models: { nodes: Array<{ id: string, name: string, description: string }> } };

export type PaletteThreadsQueryVariables = Exact<{
  search: string;
}>;


export type PaletteThreadsQuery = { threads: { nodes: Array<{ id: string, title: string }> } };

export type FeatureFields_FeatureFragment = { name: string, kind: FeatureKind, categories: Array<string> | null, unit: string | null, min: number | null, max: number | null, integer: boolean, required: boolean, description: string, question: string, options: Array<{ value: string, label: string }> | null } & { ' $fragmentName'?: 'FeatureFields_FeatureFragment' };

export type PredictionCard_CardFragment = { model: string, version: number, value: unknown, label: string, probabilities: unknown, inputs: Array<{ name: string, title: string, description: string, label: string, evidence: string | null, weak: boolean }> } & { ' $fragmentName'?: 'PredictionCard_CardFragment' };

export type TryIt_FeatureFragment = (
  { name: string, kind: FeatureKind, required: boolean, min: number | null, max: number | null, integer: boolean }
  & { ' $fragmentRefs'?: { 'FeatureFields_FeatureFragment': FeatureFields_FeatureFragment;'WhatIf_FeatureFragment': WhatIf_FeatureFragment } }
) & { ' $fragmentName'?: 'TryIt_FeatureFragment' };

export type WhatIf_FeatureFragment = (
  { name: string, kind: FeatureKind, required: boolean, min: number | null, max: number | null, integer: boolean, unit: string | null, question: string }
  & { ' $fragmentRefs'?: { 'FeatureFields_FeatureFragment': FeatureFields_FeatureFragment } }
) & { ' $fragmentName'?: 'WhatIf_FeatureFragment' };

export type PredictMutationVariables = Exact<{
  input: PredictInput;
}>;


export type PredictMutation = { predict:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'MissingFeatures', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Prediction', model: string, version: number, value: unknown, probabilities: unknown }
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type InterpretQueryVariables = Exact<{
  message: string;
}>;


export type InterpretQuery = { interpret: { source: string, fallback: string | null } };

export type RegistryStateQueryVariables = Exact<{ [key: string]: never; }>;


export type RegistryStateQuery = { registry: { server: string | null, reachable: boolean | null, notShown: Array<{ name: string, why: string }> } };

export type WebhookRow_WebhookFragment = { id: string, url: string, active: boolean, inactiveReason: string | null, deliveries: { nodes: Array<{ id: string, event: string, status: DeliveryStatus, attempts: number, responseCode: number | null, error: string | null, createdAt: string }> } } & { ' $fragmentName'?: 'WebhookRow_WebhookFragment' };

export type TestWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type TestWebhookMutation = { testWebhook:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'WebhookDelivery' }
   };

export type DeleteWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteWebhookMutation = { deleteWebhook:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'WebhookDeleted' }
   };

export type RedeliverMutationVariables = Exact<{
  deliveryId: string | number;
}>;


export type RedeliverMutation = { redeliverWebhook:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'WebhookDelivery' }
   };

export type WebhooksQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksQuery = { webhooks: Array<(
    { id: string }
    & { ' $fragmentRefs'?: { 'WebhookRow_WebhookFragment': WebhookRow_WebhookFragment } }
  )> };

export type CreateWebhookMutationVariables = Exact<{
  url: string;
}>;


export type CreateWebhookMutation = { createWebhook:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'LimitExceededError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'WebhookCreated', secret: string, webhook: { id: string } }
   };

export type ExperimentQueryVariables = Exact<{
  id: string | number;
  filter?: string | null | undefined;
  orderBy?: Array<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type ExperimentQuery = { experiment: { id: string, name: string, deletedAt: string | null, runCount: number, tags: Array<{ key: string, value: string }>, runs: { nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'LoggedRunRow_RunFragment': LoggedRunRow_RunFragment } }
      )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ExperimentsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ExperimentsQuery = { experiments: { nodes: Array<{ id: string, name: string, createdAt: string, runCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LoggedRunFilesQueryVariables = Exact<{
  id: string | number;
  path?: string | null | undefined;
}>;


export type LoggedRunFilesQuery = { loggedRun: { id: string, files: Array<{ name: string, path: string, folder: boolean, bytes: number | null, url: string | null }> } | null };

export type LoggedModelFilesQueryVariables = Exact<{
  id: string | number;
  path?: string | null | undefined;
}>;


export type LoggedModelFilesQuery = { loggedModel: { id: string, files: Array<{ name: string, path: string, folder: boolean, bytes: number | null, url: string | null }> } | null };

export type LoggedModelQueryVariables = Exact<{
  id: string | number;
}>;


export type LoggedModelQuery = { loggedModel: { id: string, name: string, status: LoggedModelStatus, modelType: string, createdAt: string, experiment: { id: string, name: string }, run: { id: string, name: string } | null, params: Array<{ key: string, value: string }>, tags: Array<{ key: string, value: string }>, metrics: Array<(
      { key: string }
      & { ' $fragmentRefs'?: { 'MetricTable_MetricFragment': MetricTable_MetricFragment } }
    )>, files: Array<{ name: string, path: string, folder: boolean, bytes: number | null, url: string | null }>, versions: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'VersionLinks_VersionFragment': VersionLinks_VersionFragment } }
    )> } | null };

export type LoggedRunRow_RunFragment = { id: string, name: string, status: LoggedRunStatus, startedAt: string, endedAt: string | null, startedBy: string, metrics: Array<{ key: string, value: number | null, text: string }>, params: Array<{ key: string, value: string }>, versions: Array<(
    { id: string }
    & { ' $fragmentRefs'?: { 'VersionLinks_VersionFragment': VersionLinks_VersionFragment } }
  )> } & { ' $fragmentName'?: 'LoggedRunRow_RunFragment' };

export type LoggedRunQueryVariables = Exact<{
  id: string | number;
}>;


export type LoggedRunQuery = { loggedRun: { id: string, name: string, status: LoggedRunStatus, startedBy: string, startedAt: string, endedAt: string | null, deletedAt: string | null, experiment: { id: string, name: string }, parent: { id: string, name: string } | null, params: Array<{ key: string, value: string }>, tags: Array<{ key: string, value: string }>, metrics: Array<(
      { key: string }
      & { ' $fragmentRefs'?: { 'MetricTable_MetricFragment': MetricTable_MetricFragment } }
    )>, datasets: Array<{ name: string, digest: string, sourceType: string, source: string, schema: string | null }>, models: Array<{ use: LoggedModelUseKind, model: { id: string, name: string } | null }>, files: Array<{ name: string, path: string, folder: boolean, bytes: number | null, url: string | null }>, versions: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'VersionLinks_VersionFragment': VersionLinks_VersionFragment } }
    )> } | null };

export type LoggedSource_VersionFragment = { id: string, version: number, params: unknown, metrics: Array<{ name: string, value: number, split: string }>, tags: Array<{ key: string, value: string }>, origin: { source: string, runId: string | null, run: { id: string, name: string, experiment: { id: string } } | null, loggedModel: { id: string, name: string, experiment: { id: string } } | null } | null } & { ' $fragmentName'?: 'LoggedSource_VersionFragment' };

export type MetricTable_MetricFragment = { key: string, value: number | null, text: string, step: number, dataset: string | null } & { ' $fragmentName'?: 'MetricTable_MetricFragment' };

export type MetricHistoryQueryVariables = Exact<{
  run: string | number;
  key: string;
}>;


export type MetricHistoryQuery = { loggedRun: { id: string, metricHistory: { count: number, points: Array<{ value: number | null, step: number }> } } | null };

export type VersionLinks_VersionFragment = { id: string, version: number, stage: Stage, model: { id: string, name: string } } & { ' $fragmentName'?: 'VersionLinks_VersionFragment' };

export type TrainableQueryVariables = Exact<{ [key: string]: never; }>;


export type TrainableQuery = { models: { nodes: Array<{ id: string, name: string, description: string, task: Task, trainable: boolean }> }, trainingOptions: { untrained: Array<{ name: string, description: string, task: Task }> } };

export type RunsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  model?: string | null | undefined;
}>;


export type RunsQuery = { trainingRuns: { totalCount: number, nodes: Array<(
      { id: string, status: TrainingStatus }
      & { ' $fragmentRefs'?: { 'RunRow_RunFragment': RunRow_RunFragment } }
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RunRow_RunFragment = { id: string, model: string, status: TrainingStatus, progress: number, algorithm: string, testSize: number, seed: number, error: string | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, metrics: Array<{ name: string, value: number, split: string }>, version: { id: string, version: number } | null } & { ' $fragmentName'?: 'RunRow_RunFragment' };

export type RunQueryVariables = Exact<{
  id: string | number;
}>;


export type RunQuery = { trainingRun: (
    { id: string, model: string, status: TrainingStatus, algorithm: string, testSize: number, seed: number, params: unknown, dataset: { name: string } }
    & { ' $fragmentRefs'?: { 'TrainingRunCard_RunFragment': TrainingRunCard_RunFragment;'RunSettings_RunFragment': RunSettings_RunFragment } }
  ) | null };

export type RunSettings_RunFragment = { id: string, algorithm: string, testSize: number, seed: number, params: unknown, rows: number | null, trainRows: number | null, testRows: number | null, queuedAt: string, startedAt: string | null, finishedAt: string | null, dataset: { name: string } } & { ' $fragmentName'?: 'RunSettings_RunFragment' };

export type TrainedModelsQueryVariables = Exact<{ [key: string]: never; }>;


export type TrainedModelsQuery = { models: { nodes: Array<{ id: string, name: string }> } };

export type TrainFormQueryVariables = Exact<{
  model: string;
}>;


export type TrainFormQuery = { trainingRuns: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'TrainingRunCard_RunFragment': TrainingRunCard_RunFragment } }
    )> } };

export type TrainingCard_CardFragment = { runId: string, run: (
    { id: string }
    & { ' $fragmentRefs'?: { 'TrainingRunCard_RunFragment': TrainingRunCard_RunFragment } }
  ) | null } & { ' $fragmentName'?: 'TrainingCard_CardFragment' };

export type TrainingRunCard_RunFragment = { id: string, model: string, status: TrainingStatus, progress: number, algorithm: string, testSize: number, seed: number, rows: number | null, trainRows: number | null, testRows: number | null, error: string | null, metrics: Array<(
    { name: string, value: number, split: string }
    & { ' $fragmentRefs'?: { 'MetricList_MetricFragment': MetricList_MetricFragment } }
  )>, version: { id: string, version: number, stage: Stage } | null, events: Array<{ seq: number, type: TrainingEventType, message: string, at: string, metrics: Array<{ name: string, value: number, split: string }> }> } & { ' $fragmentName'?: 'TrainingRunCard_RunFragment' };

export type CancelTrainingMutationVariables = Exact<{
  runId: string | number;
}>;


export type CancelTrainingMutation = { cancelTraining:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | (
      { __typename: 'TrainingRun', id: string }
      & { ' $fragmentRefs'?: { 'TrainingRunCard_RunFragment': TrainingRunCard_RunFragment } }
    )
   };

export type TrainModelMutationVariables = Exact<{
  input: TrainModelInput;
}>;


export type TrainModelMutation = { trainModel:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'ForbiddenError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'LimitExceededError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | (
      { __typename: 'TrainingRun', id: string }
      & { ' $fragmentRefs'?: { 'TrainingRunCard_RunFragment': TrainingRunCard_RunFragment } }
    )
    | { __typename: 'UnavailableError', code: string, message: string }
   };

export type TrainingProgressSubscriptionVariables = Exact<{
  runId: string | number;
  after?: number | null | undefined;
}>;


export type TrainingProgressSubscription = { trainingProgress: { seq: number, runId: string, type: TrainingEventType, progress: number, message: string, at: string, metrics: Array<{ name: string, value: number, split: string }> } };

export type TrainingRunQueryVariables = Exact<{
  id: string | number;
}>;


export type TrainingRunQuery = { trainingRun: (
    { id: string }
    & { ' $fragmentRefs'?: { 'TrainingRunCard_RunFragment': TrainingRunCard_RunFragment } }
  ) | null };

export type TrainingSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type TrainingSettingsQuery = { trainingOptions: { testSize: number, smallestTestSize: number, largestTestSize: number, seed: number, algorithms: Array<{ name: string, tasks: Array<Task> }> } };

export type TrainingProgress_RunFragment = { id: string, status: TrainingStatus, progress: number } & { ' $fragmentName'?: 'TrainingProgress_RunFragment' };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ModelTable_CardFragmentDoc = new TypedDocumentString(`
    fragment ModelTable_card on ModelTable {
  rows {
    name
    description
    versions
    production
    latest
    metric {
      name
      value
      split
    }
  }
  trainable {
    name
    description
    command
  }
}
    `, {"fragmentName":"ModelTable_card"}) as unknown as TypedDocumentString<ModelTable_CardFragment, unknown>;
export const MetricList_MetricFragmentDoc = new TypedDocumentString(`
    fragment MetricList_metric on Metric {
  name
  value
  split
}
    `, {"fragmentName":"MetricList_metric"}) as unknown as TypedDocumentString<MetricList_MetricFragment, unknown>;
export const FeatureList_FeatureFragmentDoc = new TypedDocumentString(`
    fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
    `, {"fragmentName":"FeatureList_feature"}) as unknown as TypedDocumentString<FeatureList_FeatureFragment, unknown>;
export const VersionCard_CardFragmentDoc = new TypedDocumentString(`
    fragment VersionCard_card on VersionCard {
  model
  version
  stage
  algorithm
  createdAt
  createdBy
  metrics {
    ...MetricList_metric
  }
  features {
    ...FeatureList_feature
  }
  dataset {
    name
    rows
    sha256
  }
}
    fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}`, {"fragmentName":"VersionCard_card"}) as unknown as TypedDocumentString<VersionCard_CardFragment, unknown>;
export const VersionComparison_CardFragmentDoc = new TypedDocumentString(`
    fragment VersionComparison_card on VersionComparison {
  model
  versions {
    version
    stage
    algorithm
    createdAt
    metrics {
      name
      value
      split
    }
  }
}
    `, {"fragmentName":"VersionComparison_card"}) as unknown as TypedDocumentString<VersionComparison_CardFragment, unknown>;
export const FeatureFields_FeatureFragmentDoc = new TypedDocumentString(`
    fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
    `, {"fragmentName":"FeatureFields_feature"}) as unknown as TypedDocumentString<FeatureFields_FeatureFragment, unknown>;
export const FeatureForm_CardFragmentDoc = new TypedDocumentString(`
    fragment FeatureForm_card on FeatureForm {
  requestId
  model
  version
  values
  missing
  status
  features {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
  weak {
    slot
    text
  }
}
    fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}`, {"fragmentName":"FeatureForm_card"}) as unknown as TypedDocumentString<FeatureForm_CardFragment, unknown>;
export const PlanDetails_GateFragmentDoc = new TypedDocumentString(`
    fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
    `, {"fragmentName":"PlanDetails_gate"}) as unknown as TypedDocumentString<PlanDetails_GateFragment, unknown>;
export const ConfirmationCard_CardFragmentDoc = new TypedDocumentString(`
    fragment ConfirmationCard_card on ConfirmationCard {
  requestId
  title
  effects
  destructive
  digest
  expiresAt
  status
  gates {
    name
    ...PlanDetails_gate
  }
}
    fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}`, {"fragmentName":"ConfirmationCard_card"}) as unknown as TypedDocumentString<ConfirmationCard_CardFragment, unknown>;
export const ChoiceCard_CardFragmentDoc = new TypedDocumentString(`
    fragment ChoiceCard_card on ChoiceCard {
  requestId
  question
  status
  options {
    value
    label
  }
}
    `, {"fragmentName":"ChoiceCard_card"}) as unknown as TypedDocumentString<ChoiceCard_CardFragment, unknown>;
export const TrainingRunCard_RunFragmentDoc = new TypedDocumentString(`
    fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}
    fragment MetricList_metric on Metric {
  name
  value
  split
}`, {"fragmentName":"TrainingRunCard_run"}) as unknown as TypedDocumentString<TrainingRunCard_RunFragment, unknown>;
export const TrainingCard_CardFragmentDoc = new TypedDocumentString(`
    fragment TrainingCard_card on TrainingCard {
  runId
  run {
    id
    ...TrainingRunCard_run
  }
}
    fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`, {"fragmentName":"TrainingCard_card"}) as unknown as TypedDocumentString<TrainingCard_CardFragment, unknown>;
export const PredictionCard_CardFragmentDoc = new TypedDocumentString(`
    fragment PredictionCard_card on PredictionCard {
  model
  version
  value
  label
  probabilities
  inputs {
    name
    title
    description
    label
    evidence
    weak
  }
}
    `, {"fragmentName":"PredictionCard_card"}) as unknown as TypedDocumentString<PredictionCard_CardFragment, unknown>;
export const AuditEventDetails_EventFragmentDoc = new TypedDocumentString(`
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
    `, {"fragmentName":"AuditEventDetails_event"}) as unknown as TypedDocumentString<AuditEventDetails_EventFragment, unknown>;
export const AuditEventRow_EventFragmentDoc = new TypedDocumentString(`
    fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}`, {"fragmentName":"AuditEventRow_event"}) as unknown as TypedDocumentString<AuditEventRow_EventFragment, unknown>;
export const AuditEventTable_EventFragmentDoc = new TypedDocumentString(`
    fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}`, {"fragmentName":"AuditEventTable_event"}) as unknown as TypedDocumentString<AuditEventTable_EventFragment, unknown>;
export const AuditTable_CardFragmentDoc = new TypedDocumentString(`
    fragment AuditTable_card on AuditTable {
  events {
    id
    ...AuditEventTable_event
  }
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}`, {"fragmentName":"AuditTable_card"}) as unknown as TypedDocumentString<AuditTable_CardFragment, unknown>;
export const HelpCard_CardFragmentDoc = new TypedDocumentString(`
    fragment HelpCard_card on HelpCard {
  title
  suggestions
}
    `, {"fragmentName":"HelpCard_card"}) as unknown as TypedDocumentString<HelpCard_CardFragment, unknown>;
export const CardSwitch_CardFragmentDoc = new TypedDocumentString(`
    fragment CardSwitch_card on Card {
  __typename
  ...ModelTable_card
  ...VersionCard_card
  ...VersionComparison_card
  ...FeatureForm_card
  ...ConfirmationCard_card
  ...ChoiceCard_card
  ...TrainingCard_card
  ...PredictionCard_card
  ...AuditTable_card
  ...HelpCard_card
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}
fragment AuditTable_card on AuditTable {
  events {
    id
    ...AuditEventTable_event
  }
}
fragment ChoiceCard_card on ChoiceCard {
  requestId
  question
  status
  options {
    value
    label
  }
}
fragment ConfirmationCard_card on ConfirmationCard {
  requestId
  title
  effects
  destructive
  digest
  expiresAt
  status
  gates {
    name
    ...PlanDetails_gate
  }
}
fragment FeatureForm_card on FeatureForm {
  requestId
  model
  version
  values
  missing
  status
  features {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
  weak {
    slot
    text
  }
}
fragment HelpCard_card on HelpCard {
  title
  suggestions
}
fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment ModelTable_card on ModelTable {
  rows {
    name
    description
    versions
    production
    latest
    metric {
      name
      value
      split
    }
  }
  trainable {
    name
    description
    command
  }
}
fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment VersionCard_card on VersionCard {
  model
  version
  stage
  algorithm
  createdAt
  createdBy
  metrics {
    ...MetricList_metric
  }
  features {
    ...FeatureList_feature
  }
  dataset {
    name
    rows
    sha256
  }
}
fragment VersionComparison_card on VersionComparison {
  model
  versions {
    version
    stage
    algorithm
    createdAt
    metrics {
      name
      value
      split
    }
  }
}
fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment PredictionCard_card on PredictionCard {
  model
  version
  value
  label
  probabilities
  inputs {
    name
    title
    description
    label
    evidence
    weak
  }
}
fragment TrainingCard_card on TrainingCard {
  runId
  run {
    id
    ...TrainingRunCard_run
  }
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`, {"fragmentName":"CardSwitch_card"}) as unknown as TypedDocumentString<CardSwitch_CardFragment, unknown>;
export const TurnCard_CardFragmentDoc = new TypedDocumentString(`
    fragment TurnCard_card on Card {
  __typename
  ...CardSwitch_card
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}
fragment AuditTable_card on AuditTable {
  events {
    id
    ...AuditEventTable_event
  }
}
fragment CardSwitch_card on Card {
  __typename
  ...ModelTable_card
  ...VersionCard_card
  ...VersionComparison_card
  ...FeatureForm_card
  ...ConfirmationCard_card
  ...ChoiceCard_card
  ...TrainingCard_card
  ...PredictionCard_card
  ...AuditTable_card
  ...HelpCard_card
}
fragment ChoiceCard_card on ChoiceCard {
  requestId
  question
  status
  options {
    value
    label
  }
}
fragment ConfirmationCard_card on ConfirmationCard {
  requestId
  title
  effects
  destructive
  digest
  expiresAt
  status
  gates {
    name
    ...PlanDetails_gate
  }
}
fragment FeatureForm_card on FeatureForm {
  requestId
  model
  version
  values
  missing
  status
  features {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
  weak {
    slot
    text
  }
}
fragment HelpCard_card on HelpCard {
  title
  suggestions
}
fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment ModelTable_card on ModelTable {
  rows {
    name
    description
    versions
    production
    latest
    metric {
      name
      value
      split
    }
  }
  trainable {
    name
    description
    command
  }
}
fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment VersionCard_card on VersionCard {
  model
  version
  stage
  algorithm
  createdAt
  createdBy
  metrics {
    ...MetricList_metric
  }
  features {
    ...FeatureList_feature
  }
  dataset {
    name
    rows
    sha256
  }
}
fragment VersionComparison_card on VersionComparison {
  model
  versions {
    version
    stage
    algorithm
    createdAt
    metrics {
      name
      value
      split
    }
  }
}
fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment PredictionCard_card on PredictionCard {
  model
  version
  value
  label
  probabilities
  inputs {
    name
    title
    description
    label
    evidence
    weak
  }
}
fragment TrainingCard_card on TrainingCard {
  runId
  run {
    id
    ...TrainingRunCard_run
  }
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`, {"fragmentName":"TurnCard_card"}) as unknown as TypedDocumentString<TurnCard_CardFragment, unknown>;
export const Understanding_InterpretationFragmentDoc = new TypedDocumentString(`
    fragment Understanding_interpretation on Interpretation {
  source
  fallback
  intents {
    intent
    confidence
    slots
    missing
    evidence {
      slot
      value
      text
      start
      end
      weak
    }
    problems {
      slot
      text
      message
    }
  }
}
    `, {"fragmentName":"Understanding_interpretation"}) as unknown as TypedDocumentString<Understanding_InterpretationFragment, unknown>;
export const Turn_TurnFragmentDoc = new TypedDocumentString(`
    fragment Turn_turn on ChatTurn {
  id
  threadId
  message
  status
  kind
  content
  createdAt
  suggestions
  pending {
    id
    status
  }
  cards {
    __typename
    ... on ConfirmationCard {
      requestId
      effects
    }
    ... on ChoiceCard {
      requestId
      question
    }
    ... on FeatureForm {
      requestId
      status
      features {
        question
      }
    }
    ...TurnCard_card
  }
  interpretation {
    ...Understanding_interpretation
  }
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}
fragment AuditTable_card on AuditTable {
  events {
    id
    ...AuditEventTable_event
  }
}
fragment CardSwitch_card on Card {
  __typename
  ...ModelTable_card
  ...VersionCard_card
  ...VersionComparison_card
  ...FeatureForm_card
  ...ConfirmationCard_card
  ...ChoiceCard_card
  ...TrainingCard_card
  ...PredictionCard_card
  ...AuditTable_card
  ...HelpCard_card
}
fragment ChoiceCard_card on ChoiceCard {
  requestId
  question
  status
  options {
    value
    label
  }
}
fragment ConfirmationCard_card on ConfirmationCard {
  requestId
  title
  effects
  destructive
  digest
  expiresAt
  status
  gates {
    name
    ...PlanDetails_gate
  }
}
fragment FeatureForm_card on FeatureForm {
  requestId
  model
  version
  values
  missing
  status
  features {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
  weak {
    slot
    text
  }
}
fragment HelpCard_card on HelpCard {
  title
  suggestions
}
fragment TurnCard_card on Card {
  __typename
  ...CardSwitch_card
}
fragment Understanding_interpretation on Interpretation {
  source
  fallback
  intents {
    intent
    confidence
    slots
    missing
    evidence {
      slot
      value
      text
      start
      end
      weak
    }
    problems {
      slot
      text
      message
    }
  }
}
fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment ModelTable_card on ModelTable {
  rows {
    name
    description
    versions
    production
    latest
    metric {
      name
      value
      split
    }
  }
  trainable {
    name
    description
    command
  }
}
fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment VersionCard_card on VersionCard {
  model
  version
  stage
  algorithm
  createdAt
  createdBy
  metrics {
    ...MetricList_metric
  }
  features {
    ...FeatureList_feature
  }
  dataset {
    name
    rows
    sha256
  }
}
fragment VersionComparison_card on VersionComparison {
  model
  versions {
    version
    stage
    algorithm
    createdAt
    metrics {
      name
      value
      split
    }
  }
}
fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment PredictionCard_card on PredictionCard {
  model
  version
  value
  label
  probabilities
  inputs {
    name
    title
    description
    label
    evidence
    weak
  }
}
fragment TrainingCard_card on TrainingCard {
  runId
  run {
    id
    ...TrainingRunCard_run
  }
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`, {"fragmentName":"Turn_turn"}) as unknown as TypedDocumentString<Turn_TurnFragment, unknown>;
export const Conversation_ThreadFragmentDoc = new TypedDocumentString(`
    fragment Conversation_thread on ChatThread {
  id
  turns(last: $last) {
    nodes {
      id
      suggestions
      cards {
        __typename
        ... on TrainingCard {
          run {
            id
            model
            status
            version {
              id
              stage
            }
          }
        }
        ... on ModelTable {
          rows {
            name
            production
            latest
          }
          trainable {
            command
          }
        }
        ... on HelpCard {
          said: suggestions
        }
        ... on ConfirmationCard {
          requestId
        }
        ... on ChoiceCard {
          requestId
        }
        ... on FeatureForm {
          requestId
        }
      }
      ...Turn_turn
    }
    pageInfo {
      hasPreviousPage
      startCursor
    }
  }
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}
fragment AuditTable_card on AuditTable {
  events {
    id
    ...AuditEventTable_event
  }
}
fragment CardSwitch_card on Card {
  __typename
  ...ModelTable_card
  ...VersionCard_card
  ...VersionComparison_card
  ...FeatureForm_card
  ...ConfirmationCard_card
  ...ChoiceCard_card
  ...TrainingCard_card
  ...PredictionCard_card
  ...AuditTable_card
  ...HelpCard_card
}
fragment ChoiceCard_card on ChoiceCard {
  requestId
  question
  status
  options {
    value
    label
  }
}
fragment ConfirmationCard_card on ConfirmationCard {
  requestId
  title
  effects
  destructive
  digest
  expiresAt
  status
  gates {
    name
    ...PlanDetails_gate
  }
}
fragment FeatureForm_card on FeatureForm {
  requestId
  model
  version
  values
  missing
  status
  features {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
  weak {
    slot
    text
  }
}
fragment HelpCard_card on HelpCard {
  title
  suggestions
}
fragment Turn_turn on ChatTurn {
  id
  threadId
  message
  status
  kind
  content
  createdAt
  suggestions
  pending {
    id
    status
  }
  cards {
    __typename
    ... on ConfirmationCard {
      requestId
      effects
    }
    ... on ChoiceCard {
      requestId
      question
    }
    ... on FeatureForm {
      requestId
      status
      features {
        question
      }
    }
    ...TurnCard_card
  }
  interpretation {
    ...Understanding_interpretation
  }
}
fragment TurnCard_card on Card {
  __typename
  ...CardSwitch_card
}
fragment Understanding_interpretation on Interpretation {
  source
  fallback
  intents {
    intent
    confidence
    slots
    missing
    evidence {
      slot
      value
      text
      start
      end
      weak
    }
    problems {
      slot
      text
      message
    }
  }
}
fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment ModelTable_card on ModelTable {
  rows {
    name
    description
    versions
    production
    latest
    metric {
      name
      value
      split
    }
  }
  trainable {
    name
    description
    command
  }
}
fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment VersionCard_card on VersionCard {
  model
  version
  stage
  algorithm
  createdAt
  createdBy
  metrics {
    ...MetricList_metric
  }
  features {
    ...FeatureList_feature
  }
  dataset {
    name
    rows
    sha256
  }
}
fragment VersionComparison_card on VersionComparison {
  model
  versions {
    version
    stage
    algorithm
    createdAt
    metrics {
      name
      value
      split
    }
  }
}
fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment PredictionCard_card on PredictionCard {
  model
  version
  value
  label
  probabilities
  inputs {
    name
    title
    description
    label
    evidence
    weak
  }
}
fragment TrainingCard_card on TrainingCard {
  runId
  run {
    id
    ...TrainingRunCard_run
  }
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`, {"fragmentName":"Conversation_thread"}) as unknown as TypedDocumentString<Conversation_ThreadFragment, unknown>;
export const MetricsOverVersions_ModelFragmentDoc = new TypedDocumentString(`
    fragment MetricsOverVersions_model on Model {
  id
  versions(first: 50) {
    nodes {
      id
      version
      metrics {
        name
        value
        split
      }
    }
  }
}
    `, {"fragmentName":"MetricsOverVersions_model"}) as unknown as TypedDocumentString<MetricsOverVersions_ModelFragment, unknown>;
export const ModelActions_ModelFragmentDoc = new TypedDocumentString(`
    fragment ModelActions_model on Model {
  id
  name
  description
  versions(first: 50) {
    nodes {
      id
      stage
      promotedAt
    }
  }
}
    `, {"fragmentName":"ModelActions_model"}) as unknown as TypedDocumentString<ModelActions_ModelFragment, unknown>;
export const ModelLabels_ModelFragmentDoc = new TypedDocumentString(`
    fragment ModelLabels_model on Model {
  id
  name
  aliases {
    name
    version {
      id
      version
    }
  }
  tags {
    key
    value
  }
}
    `, {"fragmentName":"ModelLabels_model"}) as unknown as TypedDocumentString<ModelLabels_ModelFragment, unknown>;
export const ModelSummary_ModelFragmentDoc = new TypedDocumentString(`
    fragment ModelSummary_model on Model {
  id
  name
  description
  task
  production {
    id
    version
    metrics {
      name
      value
      split
    }
  }
  versions(first: 1) {
    totalCount
    nodes {
      id
      version
      stage
    }
  }
}
    `, {"fragmentName":"ModelSummary_model"}) as unknown as TypedDocumentString<ModelSummary_ModelFragment, unknown>;
export const PolicyCard_ModelFragmentDoc = new TypedDocumentString(`
    fragment PolicyCard_model on Model {
  id
  name
  task
  policy {
    approvals
    changedAt
    changedBy
    description
    metrics {
      name
      atLeast
      atMost
    }
    notWorse {
      metric
      tolerance
    }
    parity
    revision
  }
}
    `, {"fragmentName":"PolicyCard_model"}) as unknown as TypedDocumentString<PolicyCard_ModelFragment, unknown>;
export const ProposalWaiting_ProposalFragmentDoc = new TypedDocumentString(`
    fragment ProposalWaiting_proposal on Proposal {
  id
  effects
  own
  proposedBy
  proposedAt
  expiresAt
  comment
  model {
    id
    name
  }
  version {
    id
    version
  }
  gates {
    name
    ...PlanDetails_gate
  }
}
    fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}`, {"fragmentName":"ProposalWaiting_proposal"}) as unknown as TypedDocumentString<ProposalWaiting_ProposalFragment, unknown>;
export const Provenance_VersionFragmentDoc = new TypedDocumentString(`
    fragment Provenance_version on ModelVersion {
  id
  params
  artifactSha256
  artifactBytes
  problem
  dataset {
    name
    sha256
    rows
  }
  trainingRun {
    id
    rows
    trainRows
    testRows
    testSize
    seed
  }
}
    `, {"fragmentName":"Provenance_version"}) as unknown as TypedDocumentString<Provenance_VersionFragment, unknown>;
export const StageTimeline_ModelFragmentDoc = new TypedDocumentString(`
    fragment StageTimeline_model on Model {
  id
  name
  stageHistory {
    id
    version
    to
    reason
    actor
    comment
    at
  }
}
    `, {"fragmentName":"StageTimeline_model"}) as unknown as TypedDocumentString<StageTimeline_ModelFragment, unknown>;
export const VersionActions_VersionFragmentDoc = new TypedDocumentString(`
    fragment VersionActions_version on ModelVersion {
  id
  version
  stage
  description
}
    `, {"fragmentName":"VersionActions_version"}) as unknown as TypedDocumentString<VersionActions_VersionFragment, unknown>;
export const VersionRow_VersionFragmentDoc = new TypedDocumentString(`
    fragment VersionRow_version on ModelVersion {
  id
  version
  stage
  algorithm
  createdAt
  createdBy
  description
  metrics {
    name
    value
    split
  }
  ...VersionActions_version
}
    fragment VersionActions_version on ModelVersion {
  id
  version
  stage
  description
}`, {"fragmentName":"VersionRow_version"}) as unknown as TypedDocumentString<VersionRow_VersionFragment, unknown>;
export const VersionTable_ModelFragmentDoc = new TypedDocumentString(`
    fragment VersionTable_model on Model {
  id
  name
  newest: versions(first: 1) {
    totalCount
  }
}
    `, {"fragmentName":"VersionTable_model"}) as unknown as TypedDocumentString<VersionTable_ModelFragment, unknown>;
export const VersionsSideBySide_ComparedFragmentDoc = new TypedDocumentString(`
    fragment VersionsSideBySide_compared on VersionsCompared {
  model {
    id
    name
    task
    classes {
      value
      label
    }
    features {
      name
      label
      options {
        value
        label
      }
    }
  }
  versions {
    id
    version
    stage
    algorithm
    createdAt
    createdBy
    params
    artifactSha256
    artifactBytes
    metrics {
      name
      value
      split
    }
    coefficients {
      feature
      category
      class
      value
    }
    dataset {
      name
      rows
      sha256
    }
    trainingRun {
      id
      testSize
      seed
      trainRows
      testRows
    }
  }
}
    `, {"fragmentName":"VersionsSideBySide_compared"}) as unknown as TypedDocumentString<VersionsSideBySide_ComparedFragment, unknown>;
export const Refusal_ErrorFragmentDoc = new TypedDocumentString(`
    fragment Refusal_error on Error {
  code
  message
}
    `, {"fragmentName":"Refusal_error"}) as unknown as TypedDocumentString<Refusal_ErrorFragment, unknown>;
export const Stage_VersionFragmentDoc = new TypedDocumentString(`
    fragment Stage_version on ModelVersion {
  id
  stage
}
    `, {"fragmentName":"Stage_version"}) as unknown as TypedDocumentString<Stage_VersionFragment, unknown>;
export const WhatIf_FeatureFragmentDoc = new TypedDocumentString(`
    fragment WhatIf_feature on Feature {
  name
  kind
  required
  min
  max
  integer
  unit
  question
  ...FeatureFields_feature
}
    fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}`, {"fragmentName":"WhatIf_feature"}) as unknown as TypedDocumentString<WhatIf_FeatureFragment, unknown>;
export const TryIt_FeatureFragmentDoc = new TypedDocumentString(`
    fragment TryIt_feature on Feature {
  name
  kind
  required
  min
  max
  integer
  ...FeatureFields_feature
  ...WhatIf_feature
}
    fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment WhatIf_feature on Feature {
  name
  kind
  required
  min
  max
  integer
  unit
  question
  ...FeatureFields_feature
}`, {"fragmentName":"TryIt_feature"}) as unknown as TypedDocumentString<TryIt_FeatureFragment, unknown>;
export const WebhookRow_WebhookFragmentDoc = new TypedDocumentString(`
    fragment WebhookRow_webhook on Webhook {
  id
  url
  active
  inactiveReason
  deliveries(first: 10) {
    nodes {
      id
      event
      status
      attempts
      responseCode
      error
      createdAt
    }
  }
}
    `, {"fragmentName":"WebhookRow_webhook"}) as unknown as TypedDocumentString<WebhookRow_WebhookFragment, unknown>;
export const VersionLinks_VersionFragmentDoc = new TypedDocumentString(`
    fragment VersionLinks_version on ModelVersion {
  id
  version
  stage
  model {
    id
    name
  }
}
    `, {"fragmentName":"VersionLinks_version"}) as unknown as TypedDocumentString<VersionLinks_VersionFragment, unknown>;
export const LoggedRunRow_RunFragmentDoc = new TypedDocumentString(`
    fragment LoggedRunRow_run on LoggedRun {
  id
  name
  status
  startedAt
  endedAt
  startedBy
  metrics {
    key
    value
    text
  }
  params {
    key
    value
  }
  versions {
    id
    ...VersionLinks_version
  }
}
    fragment VersionLinks_version on ModelVersion {
  id
  version
  stage
  model {
    id
    name
  }
}`, {"fragmentName":"LoggedRunRow_run"}) as unknown as TypedDocumentString<LoggedRunRow_RunFragment, unknown>;
export const LoggedSource_VersionFragmentDoc = new TypedDocumentString(`
    fragment LoggedSource_version on ModelVersion {
  id
  version
  params
  metrics {
    name
    value
    split
  }
  tags {
    key
    value
  }
  origin {
    source
    runId
    run {
      id
      name
      experiment {
        id
      }
    }
    loggedModel {
      id
      name
      experiment {
        id
      }
    }
  }
}
    `, {"fragmentName":"LoggedSource_version"}) as unknown as TypedDocumentString<LoggedSource_VersionFragment, unknown>;
export const MetricTable_MetricFragmentDoc = new TypedDocumentString(`
    fragment MetricTable_metric on LoggedMetric {
  key
  value
  text
  step
  dataset
}
    `, {"fragmentName":"MetricTable_metric"}) as unknown as TypedDocumentString<MetricTable_MetricFragment, unknown>;
export const RunRow_RunFragmentDoc = new TypedDocumentString(`
    fragment RunRow_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  error
  queuedAt
  startedAt
  finishedAt
  metrics {
    name
    value
    split
  }
  version {
    id
    version
  }
}
    `, {"fragmentName":"RunRow_run"}) as unknown as TypedDocumentString<RunRow_RunFragment, unknown>;
export const RunSettings_RunFragmentDoc = new TypedDocumentString(`
    fragment RunSettings_run on TrainingRun {
  id
  algorithm
  testSize
  seed
  params
  rows
  trainRows
  testRows
  queuedAt
  startedAt
  finishedAt
  dataset {
    name
  }
}
    `, {"fragmentName":"RunSettings_run"}) as unknown as TypedDocumentString<RunSettings_RunFragment, unknown>;
export const TrainingProgress_RunFragmentDoc = new TypedDocumentString(`
    fragment TrainingProgress_run on TrainingRun {
  id
  status
  progress
}
    `, {"fragmentName":"TrainingProgress_run"}) as unknown as TypedDocumentString<TrainingProgress_RunFragment, unknown>;
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($first: Int!, $after: String, $subject: String, $actor: String, $action: AuditAction, $outcome: AuditOutcome, $since: DateTime, $until: DateTime) {
  auditLog(
    first: $first
    after: $after
    subject: $subject
    actor: $actor
    action: $action
    outcome: $outcome
    since: $since
    until: $until
  ) {
    nodes {
      id
      ...AuditEventTable_event
    }
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}`) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const VerifyAuditLogDocument = new TypedDocumentString(`
    query VerifyAuditLog {
  verifyAuditLog {
    valid
    checked
    brokenAt
    reason
    headHash
  }
}
    `) as unknown as TypedDocumentString<VerifyAuditLogQuery, VerifyAuditLogQueryVariables>;
export const AuditExportDocument = new TypedDocumentString(`
    query AuditExport($after: String, $subject: String, $actor: String, $action: AuditAction, $outcome: AuditOutcome, $since: DateTime, $until: DateTime) {
  auditLog(
    first: 500
    after: $after
    subject: $subject
    actor: $actor
    action: $action
    outcome: $outcome
    since: $since
    until: $until
  ) {
    nodes {
      seq
      id
      at
      actor {
        id
        name
      }
      action
      outcome
      subject
      version
      summary
      message
      answer
      threadId
      turnId
      requestId
      details
      before
      after
      previousHash
      hash
    }
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditExportQuery, AuditExportQueryVariables>;
export const ThreadSizeDocument = new TypedDocumentString(`
    query ThreadSize($id: ID!) {
  thread(id: $id) {
    id
    turns(last: 1) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<ThreadSizeQuery, ThreadSizeQueryVariables>;
export const DeleteThreadDocument = new TypedDocumentString(`
    mutation DeleteThread($id: ID!) {
  deleteThread(id: $id) {
    __typename
    ... on DeletedThread {
      id
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteThreadMutation, DeleteThreadMutationVariables>;
export const RestoreThreadDocument = new TypedDocumentString(`
    mutation RestoreThread($id: ID!) {
  restoreThread(id: $id) {
    __typename
    ... on ChatThread {
      id
      title
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreThreadMutation, RestoreThreadMutationVariables>;
export const EarlierTurnsDocument = new TypedDocumentString(`
    query EarlierTurns($id: ID!, $last: Int!, $before: String!) {
  thread(id: $id) {
    id
    turns(last: $last, before: $before) {
      nodes {
        id
        cards {
          __typename
          ... on ConfirmationCard {
            requestId
          }
          ... on ChoiceCard {
            requestId
          }
          ... on FeatureForm {
            requestId
          }
        }
        ...Turn_turn
      }
      pageInfo {
        hasPreviousPage
        startCursor
      }
    }
  }
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}
fragment AuditTable_card on AuditTable {
  events {
    id
    ...AuditEventTable_event
  }
}
fragment CardSwitch_card on Card {
  __typename
  ...ModelTable_card
  ...VersionCard_card
  ...VersionComparison_card
  ...FeatureForm_card
  ...ConfirmationCard_card
  ...ChoiceCard_card
  ...TrainingCard_card
  ...PredictionCard_card
  ...AuditTable_card
  ...HelpCard_card
}
fragment ChoiceCard_card on ChoiceCard {
  requestId
  question
  status
  options {
    value
    label
  }
}
fragment ConfirmationCard_card on ConfirmationCard {
  requestId
  title
  effects
  destructive
  digest
  expiresAt
  status
  gates {
    name
    ...PlanDetails_gate
  }
}
fragment FeatureForm_card on FeatureForm {
  requestId
  model
  version
  values
  missing
  status
  features {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
  weak {
    slot
    text
  }
}
fragment HelpCard_card on HelpCard {
  title
  suggestions
}
fragment Turn_turn on ChatTurn {
  id
  threadId
  message
  status
  kind
  content
  createdAt
  suggestions
  pending {
    id
    status
  }
  cards {
    __typename
    ... on ConfirmationCard {
      requestId
      effects
    }
    ... on ChoiceCard {
      requestId
      question
    }
    ... on FeatureForm {
      requestId
      status
      features {
        question
      }
    }
    ...TurnCard_card
  }
  interpretation {
    ...Understanding_interpretation
  }
}
fragment TurnCard_card on Card {
  __typename
  ...CardSwitch_card
}
fragment Understanding_interpretation on Interpretation {
  source
  fallback
  intents {
    intent
    confidence
    slots
    missing
    evidence {
      slot
      value
      text
      start
      end
      weak
    }
    problems {
      slot
      text
      message
    }
  }
}
fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment ModelTable_card on ModelTable {
  rows {
    name
    description
    versions
    production
    latest
    metric {
      name
      value
      split
    }
  }
  trainable {
    name
    description
    command
  }
}
fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment VersionCard_card on VersionCard {
  model
  version
  stage
  algorithm
  createdAt
  createdBy
  metrics {
    ...MetricList_metric
  }
  features {
    ...FeatureList_feature
  }
  dataset {
    name
    rows
    sha256
  }
}
fragment VersionComparison_card on VersionComparison {
  model
  versions {
    version
    stage
    algorithm
    createdAt
    metrics {
      name
      value
      split
    }
  }
}
fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment PredictionCard_card on PredictionCard {
  model
  version
  value
  label
  probabilities
  inputs {
    name
    title
    description
    label
    evidence
    weak
  }
}
fragment TrainingCard_card on TrainingCard {
  runId
  run {
    id
    ...TrainingRunCard_run
  }
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`) as unknown as TypedDocumentString<EarlierTurnsQuery, EarlierTurnsQueryVariables>;
export const SuggestionsDocument = new TypedDocumentString(`
    query Suggestions {
  suggestions
}
    `) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
export const RenameThreadDocument = new TypedDocumentString(`
    mutation RenameThread($id: ID!, $title: String!) {
  renameThread(id: $id, title: $title) {
    __typename
    ... on ChatThread {
      id
      title
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RenameThreadMutation, RenameThreadMutationVariables>;
export const ThreadsDocument = new TypedDocumentString(`
    query Threads($first: Int!, $after: String, $search: String) {
  threads(first: $first, after: $after, search: $search) {
    nodes {
      id
      title
      updatedAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ThreadsQuery, ThreadsQueryVariables>;
export const ThreadDocument = new TypedDocumentString(`
    query Thread($id: ID!, $last: Int!) {
  thread(id: $id) {
    id
    title
    lastSeq
    turns(last: $last) {
      nodes {
        id
        message
        pending {
          id
          status
        }
      }
    }
    waiting {
      id
      message
    }
    ...Conversation_thread
  }
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}
fragment AuditTable_card on AuditTable {
  events {
    id
    ...AuditEventTable_event
  }
}
fragment CardSwitch_card on Card {
  __typename
  ...ModelTable_card
  ...VersionCard_card
  ...VersionComparison_card
  ...FeatureForm_card
  ...ConfirmationCard_card
  ...ChoiceCard_card
  ...TrainingCard_card
  ...PredictionCard_card
  ...AuditTable_card
  ...HelpCard_card
}
fragment ChoiceCard_card on ChoiceCard {
  requestId
  question
  status
  options {
    value
    label
  }
}
fragment ConfirmationCard_card on ConfirmationCard {
  requestId
  title
  effects
  destructive
  digest
  expiresAt
  status
  gates {
    name
    ...PlanDetails_gate
  }
}
fragment Conversation_thread on ChatThread {
  id
  turns(last: $last) {
    nodes {
      id
      suggestions
      cards {
        __typename
        ... on TrainingCard {
          run {
            id
            model
            status
            version {
              id
              stage
            }
          }
        }
        ... on ModelTable {
          rows {
            name
            production
            latest
          }
          trainable {
            command
          }
        }
        ... on HelpCard {
          said: suggestions
        }
        ... on ConfirmationCard {
          requestId
        }
        ... on ChoiceCard {
          requestId
        }
        ... on FeatureForm {
          requestId
        }
      }
      ...Turn_turn
    }
    pageInfo {
      hasPreviousPage
      startCursor
    }
  }
}
fragment FeatureForm_card on FeatureForm {
  requestId
  model
  version
  values
  missing
  status
  features {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
  weak {
    slot
    text
  }
}
fragment HelpCard_card on HelpCard {
  title
  suggestions
}
fragment Turn_turn on ChatTurn {
  id
  threadId
  message
  status
  kind
  content
  createdAt
  suggestions
  pending {
    id
    status
  }
  cards {
    __typename
    ... on ConfirmationCard {
      requestId
      effects
    }
    ... on ChoiceCard {
      requestId
      question
    }
    ... on FeatureForm {
      requestId
      status
      features {
        question
      }
    }
    ...TurnCard_card
  }
  interpretation {
    ...Understanding_interpretation
  }
}
fragment TurnCard_card on Card {
  __typename
  ...CardSwitch_card
}
fragment Understanding_interpretation on Interpretation {
  source
  fallback
  intents {
    intent
    confidence
    slots
    missing
    evidence {
      slot
      value
      text
      start
      end
      weak
    }
    problems {
      slot
      text
      message
    }
  }
}
fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment ModelTable_card on ModelTable {
  rows {
    name
    description
    versions
    production
    latest
    metric {
      name
      value
      split
    }
  }
  trainable {
    name
    description
    command
  }
}
fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment VersionCard_card on VersionCard {
  model
  version
  stage
  algorithm
  createdAt
  createdBy
  metrics {
    ...MetricList_metric
  }
  features {
    ...FeatureList_feature
  }
  dataset {
    name
    rows
    sha256
  }
}
fragment VersionComparison_card on VersionComparison {
  model
  versions {
    version
    stage
    algorithm
    createdAt
    metrics {
      name
      value
      split
    }
  }
}
fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment PredictionCard_card on PredictionCard {
  model
  version
  value
  label
  probabilities
  inputs {
    name
    title
    description
    label
    evidence
    weak
  }
}
fragment TrainingCard_card on TrainingCard {
  runId
  run {
    id
    ...TrainingRunCard_run
  }
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`) as unknown as TypedDocumentString<ThreadQuery, ThreadQueryVariables>;
export const StopReplyDocument = new TypedDocumentString(`
    mutation StopReply($turnId: ID!) {
  stopReply(turnId: $turnId) {
    __typename
    ... on ChatTurn {
      id
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StopReplyMutation, StopReplyMutationVariables>;
export const AnswerDocument = new TypedDocumentString(`
    mutation Answer($requestId: ID!, $values: JSON!) {
  answer(requestId: $requestId, values: $values) {
    __typename
    ... on ChatTurn {
      id
      threadId
      ...Turn_turn
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}
fragment AuditTable_card on AuditTable {
  events {
    id
    ...AuditEventTable_event
  }
}
fragment CardSwitch_card on Card {
  __typename
  ...ModelTable_card
  ...VersionCard_card
  ...VersionComparison_card
  ...FeatureForm_card
  ...ConfirmationCard_card
  ...ChoiceCard_card
  ...TrainingCard_card
  ...PredictionCard_card
  ...AuditTable_card
  ...HelpCard_card
}
fragment ChoiceCard_card on ChoiceCard {
  requestId
  question
  status
  options {
    value
    label
  }
}
fragment ConfirmationCard_card on ConfirmationCard {
  requestId
  title
  effects
  destructive
  digest
  expiresAt
  status
  gates {
    name
    ...PlanDetails_gate
  }
}
fragment FeatureForm_card on FeatureForm {
  requestId
  model
  version
  values
  missing
  status
  features {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
  weak {
    slot
    text
  }
}
fragment HelpCard_card on HelpCard {
  title
  suggestions
}
fragment Turn_turn on ChatTurn {
  id
  threadId
  message
  status
  kind
  content
  createdAt
  suggestions
  pending {
    id
    status
  }
  cards {
    __typename
    ... on ConfirmationCard {
      requestId
      effects
    }
    ... on ChoiceCard {
      requestId
      question
    }
    ... on FeatureForm {
      requestId
      status
      features {
        question
      }
    }
    ...TurnCard_card
  }
  interpretation {
    ...Understanding_interpretation
  }
}
fragment TurnCard_card on Card {
  __typename
  ...CardSwitch_card
}
fragment Understanding_interpretation on Interpretation {
  source
  fallback
  intents {
    intent
    confidence
    slots
    missing
    evidence {
      slot
      value
      text
      start
      end
      weak
    }
    problems {
      slot
      text
      message
    }
  }
}
fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment ModelTable_card on ModelTable {
  rows {
    name
    description
    versions
    production
    latest
    metric {
      name
      value
      split
    }
  }
  trainable {
    name
    description
    command
  }
}
fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment VersionCard_card on VersionCard {
  model
  version
  stage
  algorithm
  createdAt
  createdBy
  metrics {
    ...MetricList_metric
  }
  features {
    ...FeatureList_feature
  }
  dataset {
    name
    rows
    sha256
  }
}
fragment VersionComparison_card on VersionComparison {
  model
  versions {
    version
    stage
    algorithm
    createdAt
    metrics {
      name
      value
      split
    }
  }
}
fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment PredictionCard_card on PredictionCard {
  model
  version
  value
  label
  probabilities
  inputs {
    name
    title
    description
    label
    evidence
    weak
  }
}
fragment TrainingCard_card on TrainingCard {
  runId
  run {
    id
    ...TrainingRunCard_run
  }
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`) as unknown as TypedDocumentString<AnswerMutation, AnswerMutationVariables>;
export const ChatReplyDocument = new TypedDocumentString(`
    subscription ChatReply($threadId: ID!, $after: Int) {
  chatReply(threadId: $threadId, after: $after) {
    seq
    turnId
    type
    payload
  }
}
    `) as unknown as TypedDocumentString<ChatReplySubscription, ChatReplySubscriptionVariables>;
export const TurnDocument = new TypedDocumentString(`
    query Turn($id: ID!) {
  turn(id: $id) {
    id
    threadId
    status
    content
    pending {
      id
      status
    }
    ...Turn_turn
  }
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}
fragment AuditTable_card on AuditTable {
  events {
    id
    ...AuditEventTable_event
  }
}
fragment CardSwitch_card on Card {
  __typename
  ...ModelTable_card
  ...VersionCard_card
  ...VersionComparison_card
  ...FeatureForm_card
  ...ConfirmationCard_card
  ...ChoiceCard_card
  ...TrainingCard_card
  ...PredictionCard_card
  ...AuditTable_card
  ...HelpCard_card
}
fragment ChoiceCard_card on ChoiceCard {
  requestId
  question
  status
  options {
    value
    label
  }
}
fragment ConfirmationCard_card on ConfirmationCard {
  requestId
  title
  effects
  destructive
  digest
  expiresAt
  status
  gates {
    name
    ...PlanDetails_gate
  }
}
fragment FeatureForm_card on FeatureForm {
  requestId
  model
  version
  values
  missing
  status
  features {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
  weak {
    slot
    text
  }
}
fragment HelpCard_card on HelpCard {
  title
  suggestions
}
fragment Turn_turn on ChatTurn {
  id
  threadId
  message
  status
  kind
  content
  createdAt
  suggestions
  pending {
    id
    status
  }
  cards {
    __typename
    ... on ConfirmationCard {
      requestId
      effects
    }
    ... on ChoiceCard {
      requestId
      question
    }
    ... on FeatureForm {
      requestId
      status
      features {
        question
      }
    }
    ...TurnCard_card
  }
  interpretation {
    ...Understanding_interpretation
  }
}
fragment TurnCard_card on Card {
  __typename
  ...CardSwitch_card
}
fragment Understanding_interpretation on Interpretation {
  source
  fallback
  intents {
    intent
    confidence
    slots
    missing
    evidence {
      slot
      value
      text
      start
      end
      weak
    }
    problems {
      slot
      text
      message
    }
  }
}
fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment ModelTable_card on ModelTable {
  rows {
    name
    description
    versions
    production
    latest
    metric {
      name
      value
      split
    }
  }
  trainable {
    name
    description
    command
  }
}
fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment VersionCard_card on VersionCard {
  model
  version
  stage
  algorithm
  createdAt
  createdBy
  metrics {
    ...MetricList_metric
  }
  features {
    ...FeatureList_feature
  }
  dataset {
    name
    rows
    sha256
  }
}
fragment VersionComparison_card on VersionComparison {
  model
  versions {
    version
    stage
    algorithm
    createdAt
    metrics {
      name
      value
      split
    }
  }
}
fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment PredictionCard_card on PredictionCard {
  model
  version
  value
  label
  probabilities
  inputs {
    name
    title
    description
    label
    evidence
    weak
  }
}
fragment TrainingCard_card on TrainingCard {
  runId
  run {
    id
    ...TrainingRunCard_run
  }
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`) as unknown as TypedDocumentString<TurnQuery, TurnQueryVariables>;
export const SendDocument = new TypedDocumentString(`
    mutation Send($input: ChatInput!) {
  chat(input: $input) {
    __typename
    ... on ChatTurn {
      id
      threadId
      ...Turn_turn
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment AuditEventDetails_event on AuditEvent {
  id
  at
  message
  answer
  threadId
  requestId
  details
  before
  after
  hash
  previousHash
}
fragment AuditEventRow_event on AuditEvent {
  id
  seq
  at
  actor {
    id
    name
  }
  action
  outcome
  subject
  version
  summary
  message
  answer
  threadId
  ...AuditEventDetails_event
}
fragment AuditEventTable_event on AuditEvent {
  id
  ...AuditEventRow_event
}
fragment AuditTable_card on AuditTable {
  events {
    id
    ...AuditEventTable_event
  }
}
fragment CardSwitch_card on Card {
  __typename
  ...ModelTable_card
  ...VersionCard_card
  ...VersionComparison_card
  ...FeatureForm_card
  ...ConfirmationCard_card
  ...ChoiceCard_card
  ...TrainingCard_card
  ...PredictionCard_card
  ...AuditTable_card
  ...HelpCard_card
}
fragment ChoiceCard_card on ChoiceCard {
  requestId
  question
  status
  options {
    value
    label
  }
}
fragment ConfirmationCard_card on ConfirmationCard {
  requestId
  title
  effects
  destructive
  digest
  expiresAt
  status
  gates {
    name
    ...PlanDetails_gate
  }
}
fragment FeatureForm_card on FeatureForm {
  requestId
  model
  version
  values
  missing
  status
  features {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
  weak {
    slot
    text
  }
}
fragment HelpCard_card on HelpCard {
  title
  suggestions
}
fragment Turn_turn on ChatTurn {
  id
  threadId
  message
  status
  kind
  content
  createdAt
  suggestions
  pending {
    id
    status
  }
  cards {
    __typename
    ... on ConfirmationCard {
      requestId
      effects
    }
    ... on ChoiceCard {
      requestId
      question
    }
    ... on FeatureForm {
      requestId
      status
      features {
        question
      }
    }
    ...TurnCard_card
  }
  interpretation {
    ...Understanding_interpretation
  }
}
fragment TurnCard_card on Card {
  __typename
  ...CardSwitch_card
}
fragment Understanding_interpretation on Interpretation {
  source
  fallback
  intents {
    intent
    confidence
    slots
    missing
    evidence {
      slot
      value
      text
      start
      end
      weak
    }
    problems {
      slot
      text
      message
    }
  }
}
fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment ModelTable_card on ModelTable {
  rows {
    name
    description
    versions
    production
    latest
    metric {
      name
      value
      split
    }
  }
  trainable {
    name
    description
    command
  }
}
fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment VersionCard_card on VersionCard {
  model
  version
  stage
  algorithm
  createdAt
  createdBy
  metrics {
    ...MetricList_metric
  }
  features {
    ...FeatureList_feature
  }
  dataset {
    name
    rows
    sha256
  }
}
fragment VersionComparison_card on VersionComparison {
  model
  versions {
    version
    stage
    algorithm
    createdAt
    metrics {
      name
      value
      split
    }
  }
}
fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment PredictionCard_card on PredictionCard {
  model
  version
  value
  label
  probabilities
  inputs {
    name
    title
    description
    label
    evidence
    weak
  }
}
fragment TrainingCard_card on TrainingCard {
  runId
  run {
    id
    ...TrainingRunCard_run
  }
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`) as unknown as TypedDocumentString<SendMutation, SendMutationVariables>;
export const FirstStepsDocument = new TypedDocumentString(`
    query FirstSteps {
  models(first: 1) {
    totalCount
    nodes {
      id
      name
      versions(first: 1) {
        nodes {
          id
          version
        }
      }
    }
  }
  promotions: auditLog(first: 0, action: promoteVersion, outcome: DONE) {
    totalCount
  }
  trainingOptions {
    untrained {
      name
    }
  }
  suggestions
}
    `) as unknown as TypedDocumentString<FirstStepsQuery, FirstStepsQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    actor {
      id
      name
    }
    role
    permissions
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const PlanDocument = new TypedDocumentString(`
    query Plan($action: PlannedAction!, $model: String!, $version: Int) {
  plan(action: $action, model: $model, version: $version) {
    __typename
    ... on ActionPlan {
      question
      effects
      digest
      gates {
        name
        ...PlanDetails_gate
      }
    }
    ... on GatesFailedError {
      gates {
        name
        ...PlanDetails_gate
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}`) as unknown as TypedDocumentString<PlanQuery, PlanQueryVariables>;
export const ActiveModelDocument = new TypedDocumentString(`
    query ActiveModel {
  activeModel {
    id
    version
    model {
      id
      name
    }
    metrics {
      name
      value
      split
    }
  }
  models(first: 20) {
    nodes {
      id
      name
      production {
        id
        version
      }
      versions(first: 1) {
        nodes {
          id
          version
          stage
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ActiveModelQuery, ActiveModelQueryVariables>;
export const ModelEventsDocument = new TypedDocumentString(`
    subscription ModelEvents {
  modelEvents {
    seq
    type
    model
    version
    name
    actor
    at
  }
}
    `) as unknown as TypedDocumentString<ModelEventsSubscription, ModelEventsSubscriptionVariables>;
export const ArchiveVersionDocument = new TypedDocumentString(`
    mutation ArchiveVersion($model: String!, $version: Int!, $planDigest: String!, $comment: String) {
  archiveVersion(
    model: $model
    version: $version
    planDigest: $planDigest
    comment: $comment
  ) {
    __typename
    ... on ModelVersion {
      id
      version
      stage
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ArchiveVersionMutation, ArchiveVersionMutationVariables>;
export const CompareDocument = new TypedDocumentString(`
    query Compare($model: String!, $versions: [Int!]!) {
  compareVersions(model: $model, versions: $versions) {
    __typename
    ... on VersionsCompared {
      versions {
        id
        version
      }
      ...VersionsSideBySide_compared
    }
    ... on Error {
      code
      message
    }
  }
  model(name: $model) {
    id
    versions(first: 50) {
      nodes {
        id
        version
        stage
      }
    }
  }
}
    fragment VersionsSideBySide_compared on VersionsCompared {
  model {
    id
    name
    task
    classes {
      value
      label
    }
    features {
      name
      label
      options {
        value
        label
      }
    }
  }
  versions {
    id
    version
    stage
    algorithm
    createdAt
    createdBy
    params
    artifactSha256
    artifactBytes
    metrics {
      name
      value
      split
    }
    coefficients {
      feature
      category
      class
      value
    }
    dataset {
      name
      rows
      sha256
    }
    trainingRun {
      id
      testSize
      seed
      trainRows
      testRows
    }
  }
}`) as unknown as TypedDocumentString<CompareQuery, CompareQueryVariables>;
export const SetDescriptionDocument = new TypedDocumentString(`
    mutation SetDescription($model: String!, $version: Int, $description: String!) {
  setDescription(model: $model, version: $version, description: $description) {
    __typename
    ... on Model {
      id
      description
    }
    ... on ModelVersion {
      id
      description
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetDescriptionMutation, SetDescriptionMutationVariables>;
export const DifferingRowsDocument = new TypedDocumentString(`
    query DifferingRows($model: String!, $versions: [Int!]!, $rows: ComparedRows!) {
  compareVersions(model: $model, versions: $versions) {
    __typename
    ... on VersionsCompared {
      holdoutDifferences(rows: $rows, first: 50) {
        __typename
        ... on HoldoutDifferences {
          compared
          heldOutByAll
          total
          rows {
            row
            features
            truth
            predictions {
              version
              heldOut
              value
              probabilities
            }
          }
        }
        ... on Error {
          code
          message
        }
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DifferingRowsQuery, DifferingRowsQueryVariables>;
export const ModelCardDocument = new TypedDocumentString(`
    query ModelCard($model: String!, $version: Int!) {
  modelVersion(model: $model, version: $version) {
    id
    card
  }
}
    `) as unknown as TypedDocumentString<ModelCardQuery, ModelCardQueryVariables>;
export const ModelsDocument = new TypedDocumentString(`
    query Models($first: Int!, $after: String, $search: String, $stage: Stage) {
  models(first: $first, after: $after, search: $search, stage: $stage) {
    nodes {
      id
      ...ModelSummary_model
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ModelSummary_model on Model {
  id
  name
  description
  task
  production {
    id
    version
    metrics {
      name
      value
      split
    }
  }
  versions(first: 1) {
    totalCount
    nodes {
      id
      version
      stage
    }
  }
}`) as unknown as TypedDocumentString<ModelsQuery, ModelsQueryVariables>;
export const ModelDocument = new TypedDocumentString(`
    query Model($name: String!) {
  model(name: $name) {
    id
    name
    description
    target
    task
    trainable
    classes {
      value
      label
    }
    ...ModelActions_model
    ...VersionTable_model
    ...MetricsOverVersions_model
    ...StageTimeline_model
    ...ModelLabels_model
    ...PolicyCard_model
    features {
      ...FeatureList_feature
      ...TryIt_feature
    }
    newest: versions(first: 1) {
      nodes {
        id
        version
        stage
        ...LoggedSource_version
      }
    }
    production {
      id
      version
      stage
      algorithm
      promotedAt
      createdBy
      metrics {
        ...MetricList_metric
      }
      ...Provenance_version
      ...LoggedSource_version
    }
  }
}
    fragment FeatureList_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  required
  description
}
fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment MetricsOverVersions_model on Model {
  id
  versions(first: 50) {
    nodes {
      id
      version
      metrics {
        name
        value
        split
      }
    }
  }
}
fragment ModelActions_model on Model {
  id
  name
  description
  versions(first: 50) {
    nodes {
      id
      stage
      promotedAt
    }
  }
}
fragment ModelLabels_model on Model {
  id
  name
  aliases {
    name
    version {
      id
      version
    }
  }
  tags {
    key
    value
  }
}
fragment PolicyCard_model on Model {
  id
  name
  task
  policy {
    approvals
    changedAt
    changedBy
    description
    metrics {
      name
      atLeast
      atMost
    }
    notWorse {
      metric
      tolerance
    }
    parity
    revision
  }
}
fragment Provenance_version on ModelVersion {
  id
  params
  artifactSha256
  artifactBytes
  problem
  dataset {
    name
    sha256
    rows
  }
  trainingRun {
    id
    rows
    trainRows
    testRows
    testSize
    seed
  }
}
fragment StageTimeline_model on Model {
  id
  name
  stageHistory {
    id
    version
    to
    reason
    actor
    comment
    at
  }
}
fragment VersionTable_model on Model {
  id
  name
  newest: versions(first: 1) {
    totalCount
  }
}
fragment FeatureFields_feature on Feature {
  name
  kind
  categories
  options {
    value
    label
  }
  unit
  min
  max
  integer
  required
  description
  question
}
fragment TryIt_feature on Feature {
  name
  kind
  required
  min
  max
  integer
  ...FeatureFields_feature
  ...WhatIf_feature
}
fragment WhatIf_feature on Feature {
  name
  kind
  required
  min
  max
  integer
  unit
  question
  ...FeatureFields_feature
}
fragment LoggedSource_version on ModelVersion {
  id
  version
  params
  metrics {
    name
    value
    split
  }
  tags {
    key
    value
  }
  origin {
    source
    runId
    run {
      id
      name
      experiment {
        id
      }
    }
    loggedModel {
      id
      name
      experiment {
        id
      }
    }
  }
}`) as unknown as TypedDocumentString<ModelQuery, ModelQueryVariables>;
export const SetPolicyDocument = new TypedDocumentString(`
    mutation SetPolicy($input: SetPolicyInput!, $comment: String) {
  setPolicy(input: $input, comment: $comment) {
    __typename
    ... on Model {
      id
      ...PolicyCard_model
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment PolicyCard_model on Model {
  id
  name
  task
  policy {
    approvals
    changedAt
    changedBy
    description
    metrics {
      name
      atLeast
      atMost
    }
    notWorse {
      metric
      tolerance
    }
    parity
    revision
  }
}`) as unknown as TypedDocumentString<SetPolicyMutation, SetPolicyMutationVariables>;
export const ProductionThenDocument = new TypedDocumentString(`
    query ProductionThen($model: String!, $at: DateTime!) {
  productionAt(model: $model, at: $at) {
    id
    version
  }
  modelHistory(model: $model, until: $at, first: 200) {
    nodes {
      id
      to
      version
      actor
      at
      message
      comment
    }
  }
}
    `) as unknown as TypedDocumentString<ProductionThenQuery, ProductionThenQueryVariables>;
export const PromoteVersionDocument = new TypedDocumentString(`
    mutation PromoteVersion($model: String!, $version: Int!, $planDigest: String!, $comment: String) {
  promoteVersion(
    model: $model
    version: $version
    planDigest: $planDigest
    comment: $comment
  ) {
    __typename
    ... on ModelVersion {
      id
      version
      stage
    }
    ... on Proposal {
      id
      status
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PromoteVersionMutation, PromoteVersionMutationVariables>;
export const ApproveProposalDocument = new TypedDocumentString(`
    mutation ApproveProposal($id: ID!, $comment: String) {
  approveProposal(id: $id, comment: $comment) {
    __typename
    ... on ModelVersion {
      id
      version
      stage
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveProposalMutation, ApproveProposalMutationVariables>;
export const RejectProposalDocument = new TypedDocumentString(`
    mutation RejectProposal($id: ID!, $comment: String) {
  rejectProposal(id: $id, comment: $comment) {
    __typename
    ... on Proposal {
      id
      status
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RejectProposalMutation, RejectProposalMutationVariables>;
export const ProposalsWaitingDocument = new TypedDocumentString(`
    query ProposalsWaiting($model: String!) {
  proposals(model: $model, status: PROPOSED) {
    nodes {
      id
      ...ProposalWaiting_proposal
    }
  }
}
    fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment ProposalWaiting_proposal on Proposal {
  id
  effects
  own
  proposedBy
  proposedAt
  expiresAt
  comment
  model {
    id
    name
  }
  version {
    id
    version
  }
  gates {
    name
    ...PlanDetails_gate
  }
}`) as unknown as TypedDocumentString<ProposalsWaitingQuery, ProposalsWaitingQueryVariables>;
export const RemoveModelDocument = new TypedDocumentString(`
    mutation RemoveModel($name: String!, $confirmName: String!, $planDigest: String!, $comment: String) {
  removeModel(
    name: $name
    confirmName: $confirmName
    planDigest: $planDigest
    comment: $comment
  ) {
    __typename
    ... on RemovedModel {
      name
      versions
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveModelMutation, RemoveModelMutationVariables>;
export const RemovedModelsDocument = new TypedDocumentString(`
    query RemovedModels {
  removedModels {
    name
    removedAt
    restorableUntil
    versions
  }
}
    `) as unknown as TypedDocumentString<RemovedModelsQuery, RemovedModelsQueryVariables>;
export const ReproductionsDocument = new TypedDocumentString(`
    query Reproductions($model: String!, $version: Int!) {
  modelVersion(model: $model, version: $version) {
    id
    lineage {
      run {
        id
        environment {
          modelwright
          node
          onnxruntime
          platform
        }
      }
      reproductions {
        id
        status
        message
        outcome
        finishedAt
        report {
          rows
          largestDifference
          differingRows
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReproductionsQuery, ReproductionsQueryVariables>;
export const ReproduceDocument = new TypedDocumentString(`
    mutation Reproduce($model: String!, $version: Int!) {
  reproduceVersion(model: $model, version: $version) {
    __typename
    ... on Reproduction {
      id
      status
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReproduceMutation, ReproduceMutationVariables>;
export const RollbackDocument = new TypedDocumentString(`
    mutation Rollback($model: String!, $planDigest: String!, $comment: String) {
  rollback(model: $model, planDigest: $planDigest, comment: $comment) {
    __typename
    ... on ModelVersion {
      id
      version
      stage
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RollbackMutation, RollbackMutationVariables>;
export const UnservedModelsDocument = new TypedDocumentString(`
    query UnservedModels($name: String) {
  registry {
    notShown(name: $name) {
      name
      why
      since
    }
  }
}
    `) as unknown as TypedDocumentString<UnservedModelsQuery, UnservedModelsQueryVariables>;
export const UntrainedModelsDocument = new TypedDocumentString(`
    query UntrainedModels {
  trainingOptions {
    untrained {
      name
      description
      task
    }
  }
}
    `) as unknown as TypedDocumentString<UntrainedModelsQuery, UntrainedModelsQueryVariables>;
export const VersionsDocument = new TypedDocumentString(`
    query Versions($model: String!, $first: Int!, $filter: String, $isLater: Boolean!, $newer: String) {
  versions: modelVersions(
    model: $model
    filter: $filter
    orderBy: ["version_number DESC"]
    first: $first
  ) {
    totalCount
    nodes {
      id
      version
      algorithm
      metrics {
        name
        value
        split
      }
      ...VersionRow_version
    }
  }
  newer: modelVersions(
    model: $model
    filter: $newer
    orderBy: ["version_number ASC"]
    first: $first
  ) @include(if: $isLater) {
    totalCount
    nodes {
      id
      version
    }
  }
}
    fragment VersionActions_version on ModelVersion {
  id
  version
  stage
  description
}
fragment VersionRow_version on ModelVersion {
  id
  version
  stage
  algorithm
  createdAt
  createdBy
  description
  metrics {
    name
    value
    split
  }
  ...VersionActions_version
}`) as unknown as TypedDocumentString<VersionsQuery, VersionsQueryVariables>;
export const WaitingForApprovalDocument = new TypedDocumentString(`
    query WaitingForApproval($after: String) {
  proposals(status: PROPOSED, first: 6, after: $after) {
    totalCount
    nodes {
      id
      ...ProposalWaiting_proposal
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PlanDetails_gate on Gate {
  name
  passed
  detail
}
fragment ProposalWaiting_proposal on Proposal {
  id
  effects
  own
  proposedBy
  proposedAt
  expiresAt
  comment
  model {
    id
    name
  }
  version {
    id
    version
  }
  gates {
    name
    ...PlanDetails_gate
  }
}`) as unknown as TypedDocumentString<WaitingForApprovalQuery, WaitingForApprovalQueryVariables>;
export const SetAliasDocument = new TypedDocumentString(`
    mutation SetAlias($model: String!, $alias: String!, $version: Int!) {
  setAlias(model: $model, alias: $alias, version: $version) {
    ...Refusal_error
  }
}
    fragment Refusal_error on Error {
  code
  message
}`) as unknown as TypedDocumentString<SetAliasMutation, SetAliasMutationVariables>;
export const DeleteAliasDocument = new TypedDocumentString(`
    mutation DeleteAlias($model: String!, $alias: String!) {
  deleteAlias(model: $model, alias: $alias) {
    ...Refusal_error
  }
}
    fragment Refusal_error on Error {
  code
  message
}`) as unknown as TypedDocumentString<DeleteAliasMutation, DeleteAliasMutationVariables>;
export const SetTagDocument = new TypedDocumentString(`
    mutation SetTag($model: String!, $key: String!, $value: String!) {
  setTag(model: $model, key: $key, value: $value) {
    ...Refusal_error
  }
}
    fragment Refusal_error on Error {
  code
  message
}`) as unknown as TypedDocumentString<SetTagMutation, SetTagMutationVariables>;
export const DeleteTagDocument = new TypedDocumentString(`
    mutation DeleteTag($model: String!, $key: String!) {
  deleteTag(model: $model, key: $key) {
    ...Refusal_error
  }
}
    fragment Refusal_error on Error {
  code
  message
}`) as unknown as TypedDocumentString<DeleteTagMutation, DeleteTagMutationVariables>;
export const RestoreVersionDocument = new TypedDocumentString(`
    mutation RestoreVersion($model: String!, $version: Int!) {
  restoreVersion(model: $model, version: $version) {
    ...Stage_version
    ...Refusal_error
  }
}
    fragment Refusal_error on Error {
  code
  message
}
fragment Stage_version on ModelVersion {
  id
  stage
}`) as unknown as TypedDocumentString<RestoreVersionMutation, RestoreVersionMutationVariables>;
export const ArchiveAgainDocument = new TypedDocumentString(`
    mutation ArchiveAgain($model: String!, $version: Int!) {
  archiveVersion(model: $model, version: $version) {
    ...Stage_version
    ...Refusal_error
  }
}
    fragment Refusal_error on Error {
  code
  message
}
fragment Stage_version on ModelVersion {
  id
  stage
}`) as unknown as TypedDocumentString<ArchiveAgainMutation, ArchiveAgainMutationVariables>;
export const RestoreModelDocument = new TypedDocumentString(`
    mutation RestoreModel($name: String!) {
  restoreModel(name: $name) {
    ...Refusal_error
  }
}
    fragment Refusal_error on Error {
  code
  message
}`) as unknown as TypedDocumentString<RestoreModelMutation, RestoreModelMutationVariables>;
export const WaitingCountDocument = new TypedDocumentString(`
    query WaitingCount {
  proposals(status: PROPOSED, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<WaitingCountQuery, WaitingCountQueryVariables>;
export const PaletteModelsDocument = new TypedDocumentString(`
    query PaletteModels {
  models(first: 50) {
    nodes {
      id
      name
      description
    }
  }
}
    `) as unknown as TypedDocumentString<PaletteModelsQuery, PaletteModelsQueryVariables>;
export const PaletteThreadsDocument = new TypedDocumentString(`
    query PaletteThreads($search: String!) {
  threads(first: 6, search: $search) {
    nodes {
      id
      title
    }
  }
}
    `) as unknown as TypedDocumentString<PaletteThreadsQuery, PaletteThreadsQueryVariables>;
export const PredictDocument = new TypedDocumentString(`
    mutation Predict($input: PredictInput!) {
  predict(input: $input) {
    __typename
    ... on Prediction {
      model
      version
      value
      probabilities
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PredictMutation, PredictMutationVariables>;
export const InterpretDocument = new TypedDocumentString(`
    query Interpret($message: String!) {
  interpret(message: $message) {
    source
    fallback
  }
}
    `) as unknown as TypedDocumentString<InterpretQuery, InterpretQueryVariables>;
export const RegistryStateDocument = new TypedDocumentString(`
    query RegistryState {
  registry {
    server
    reachable
    notShown {
      name
      why
    }
  }
}
    `) as unknown as TypedDocumentString<RegistryStateQuery, RegistryStateQueryVariables>;
export const TestWebhookDocument = new TypedDocumentString(`
    mutation TestWebhook($id: ID!) {
  testWebhook(id: $id) {
    __typename
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TestWebhookMutation, TestWebhookMutationVariables>;
export const DeleteWebhookDocument = new TypedDocumentString(`
    mutation DeleteWebhook($id: ID!) {
  deleteWebhook(id: $id) {
    __typename
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteWebhookMutation, DeleteWebhookMutationVariables>;
export const RedeliverDocument = new TypedDocumentString(`
    mutation Redeliver($deliveryId: ID!) {
  redeliverWebhook(deliveryId: $deliveryId) {
    __typename
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RedeliverMutation, RedeliverMutationVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks {
  webhooks {
    id
    ...WebhookRow_webhook
  }
}
    fragment WebhookRow_webhook on Webhook {
  id
  url
  active
  inactiveReason
  deliveries(first: 10) {
    nodes {
      id
      event
      status
      attempts
      responseCode
      error
      createdAt
    }
  }
}`) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const CreateWebhookDocument = new TypedDocumentString(`
    mutation CreateWebhook($url: String!) {
  createWebhook(url: $url) {
    __typename
    ... on WebhookCreated {
      secret
      webhook {
        id
      }
    }
    ... on Error {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const ExperimentDocument = new TypedDocumentString(`
    query Experiment($id: ID!, $filter: String, $orderBy: [String!], $after: String) {
  experiment(id: $id) {
    id
    name
    deletedAt
    tags {
      key
      value
    }
    runCount(filter: $filter)
    runs(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        ...LoggedRunRow_run
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment LoggedRunRow_run on LoggedRun {
  id
  name
  status
  startedAt
  endedAt
  startedBy
  metrics {
    key
    value
    text
  }
  params {
    key
    value
  }
  versions {
    id
    ...VersionLinks_version
  }
}
fragment VersionLinks_version on ModelVersion {
  id
  version
  stage
  model {
    id
    name
  }
}`) as unknown as TypedDocumentString<ExperimentQuery, ExperimentQueryVariables>;
export const ExperimentsDocument = new TypedDocumentString(`
    query Experiments($after: String) {
  experiments(first: 50, after: $after) {
    nodes {
      id
      name
      createdAt
      runCount
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ExperimentsQuery, ExperimentsQueryVariables>;
export const LoggedRunFilesDocument = new TypedDocumentString(`
    query LoggedRunFiles($id: ID!, $path: String) {
  loggedRun(id: $id) {
    id
    files(path: $path) {
      name
      path
      folder
      bytes
      url
    }
  }
}
    `) as unknown as TypedDocumentString<LoggedRunFilesQuery, LoggedRunFilesQueryVariables>;
export const LoggedModelFilesDocument = new TypedDocumentString(`
    query LoggedModelFiles($id: ID!, $path: String) {
  loggedModel(id: $id) {
    id
    files(path: $path) {
      name
      path
      folder
      bytes
      url
    }
  }
}
    `) as unknown as TypedDocumentString<LoggedModelFilesQuery, LoggedModelFilesQueryVariables>;
export const LoggedModelDocument = new TypedDocumentString(`
    query LoggedModel($id: ID!) {
  loggedModel(id: $id) {
    id
    name
    status
    modelType
    createdAt
    experiment {
      id
      name
    }
    run {
      id
      name
    }
    params {
      key
      value
    }
    tags {
      key
      value
    }
    metrics {
      key
      ...MetricTable_metric
    }
    files {
      name
      path
      folder
      bytes
      url
    }
    versions {
      id
      ...VersionLinks_version
    }
  }
}
    fragment MetricTable_metric on LoggedMetric {
  key
  value
  text
  step
  dataset
}
fragment VersionLinks_version on ModelVersion {
  id
  version
  stage
  model {
    id
    name
  }
}`) as unknown as TypedDocumentString<LoggedModelQuery, LoggedModelQueryVariables>;
export const LoggedRunDocument = new TypedDocumentString(`
    query LoggedRun($id: ID!) {
  loggedRun(id: $id) {
    id
    name
    status
    startedBy
    startedAt
    endedAt
    deletedAt
    experiment {
      id
      name
    }
    parent {
      id
      name
    }
    params {
      key
      value
    }
    tags {
      key
      value
    }
    metrics {
      key
      ...MetricTable_metric
    }
    datasets {
      name
      digest
      sourceType
      source
      schema
    }
    models {
      use
      model {
        id
        name
      }
    }
    files {
      name
      path
      folder
      bytes
      url
    }
    versions {
      id
      ...VersionLinks_version
    }
  }
}
    fragment MetricTable_metric on LoggedMetric {
  key
  value
  text
  step
  dataset
}
fragment VersionLinks_version on ModelVersion {
  id
  version
  stage
  model {
    id
    name
  }
}`) as unknown as TypedDocumentString<LoggedRunQuery, LoggedRunQueryVariables>;
export const MetricHistoryDocument = new TypedDocumentString(`
    query MetricHistory($run: ID!, $key: String!) {
  loggedRun(id: $run) {
    id
    metricHistory(key: $key) {
      count
      points {
        value
        step
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MetricHistoryQuery, MetricHistoryQueryVariables>;
export const TrainableDocument = new TypedDocumentString(`
    query Trainable {
  models(first: 200) {
    nodes {
      id
      name
      description
      task
      trainable
    }
  }
  trainingOptions {
    untrained {
      name
      description
      task
    }
  }
}
    `) as unknown as TypedDocumentString<TrainableQuery, TrainableQueryVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($first: Int!, $after: String, $model: String) {
  trainingRuns(first: $first, after: $after, model: $model) {
    totalCount
    nodes {
      id
      status
      ...RunRow_run
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RunRow_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  error
  queuedAt
  startedAt
  finishedAt
  metrics {
    name
    value
    split
  }
  version {
    id
    version
  }
}`) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const RunDocument = new TypedDocumentString(`
    query Run($id: ID!) {
  trainingRun(id: $id) {
    id
    model
    status
    algorithm
    testSize
    seed
    params
    dataset {
      name
    }
    ...TrainingRunCard_run
    ...RunSettings_run
  }
}
    fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment RunSettings_run on TrainingRun {
  id
  algorithm
  testSize
  seed
  params
  rows
  trainRows
  testRows
  queuedAt
  startedAt
  finishedAt
  dataset {
    name
  }
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;
export const TrainedModelsDocument = new TypedDocumentString(`
    query TrainedModels {
  models(first: 200) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<TrainedModelsQuery, TrainedModelsQueryVariables>;
export const TrainFormDocument = new TypedDocumentString(`
    query TrainForm($model: String!) {
  trainingRuns(first: 1, model: $model) {
    nodes {
      id
      ...TrainingRunCard_run
    }
  }
}
    fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`) as unknown as TypedDocumentString<TrainFormQuery, TrainFormQueryVariables>;
export const CancelTrainingDocument = new TypedDocumentString(`
    mutation CancelTraining($runId: ID!) {
  cancelTraining(runId: $runId) {
    __typename
    ... on TrainingRun {
      id
      ...TrainingRunCard_run
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`) as unknown as TypedDocumentString<CancelTrainingMutation, CancelTrainingMutationVariables>;
export const TrainModelDocument = new TypedDocumentString(`
    mutation TrainModel($input: TrainModelInput!) {
  trainModel(input: $input) {
    __typename
    ... on TrainingRun {
      id
      ...TrainingRunCard_run
    }
    ... on Error {
      code
      message
    }
  }
}
    fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`) as unknown as TypedDocumentString<TrainModelMutation, TrainModelMutationVariables>;
export const TrainingProgressDocument = new TypedDocumentString(`
    subscription TrainingProgress($runId: ID!, $after: Int) {
  trainingProgress(runId: $runId, after: $after) {
    seq
    runId
    type
    progress
    message
    at
    metrics {
      name
      value
      split
    }
  }
}
    `) as unknown as TypedDocumentString<TrainingProgressSubscription, TrainingProgressSubscriptionVariables>;
export const TrainingRunDocument = new TypedDocumentString(`
    query TrainingRun($id: ID!) {
  trainingRun(id: $id) {
    id
    ...TrainingRunCard_run
  }
}
    fragment MetricList_metric on Metric {
  name
  value
  split
}
fragment TrainingRunCard_run on TrainingRun {
  id
  model
  status
  progress
  algorithm
  testSize
  seed
  rows
  trainRows
  testRows
  error
  metrics {
    name
    value
    split
    ...MetricList_metric
  }
  version {
    id
    version
    stage
  }
  events {
    seq
    type
    message
    at
    metrics {
      name
      value
      split
    }
  }
}`) as unknown as TypedDocumentString<TrainingRunQuery, TrainingRunQueryVariables>;
export const TrainingSettingsDocument = new TypedDocumentString(`
    query TrainingSettings {
  trainingOptions {
    testSize
    smallestTestSize
    largestTestSize
    seed
    algorithms {
      name
      tasks
    }
  }
}
    `) as unknown as TypedDocumentString<TrainingSettingsQuery, TrainingSettingsQueryVariables>;