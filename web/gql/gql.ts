/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment AuditEventDetails_event on AuditEvent {\n    id\n    at\n    message\n    answer\n    threadId\n    requestId\n    details\n    before\n    after\n    hash\n    previousHash\n  }\n": typeof types.AuditEventDetails_EventFragmentDoc,
    "\n  fragment AuditEventRow_event on AuditEvent {\n    id\n    seq\n    at\n    actor {\n      id\n      name\n    }\n    action\n    outcome\n    subject\n    version\n    summary\n    message\n    answer\n    threadId\n    ...AuditEventDetails_event\n  }\n": typeof types.AuditEventRow_EventFragmentDoc,
    "\n  fragment AuditEventTable_event on AuditEvent {\n    id\n    ...AuditEventRow_event\n  }\n": typeof types.AuditEventTable_EventFragmentDoc,
    "\n    query AuditLog(\n      $first: Int!\n      $after: String\n      $subject: String\n      $actor: String\n      $action: AuditAction\n      $outcome: AuditOutcome\n      $since: DateTime\n      $until: DateTime\n    ) {\n      auditLog(\n        first: $first\n        after: $after\n        subject: $subject\n        actor: $actor\n        action: $action\n        outcome: $outcome\n        since: $since\n        until: $until\n      ) {\n        nodes {\n          id\n          ...AuditEventTable_event\n        }\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": typeof types.AuditLogDocument,
    "\n  fragment AuditTable_card on AuditTable {\n    events {\n      id\n      ...AuditEventTable_event\n    }\n  }\n": typeof types.AuditTable_CardFragmentDoc,
    "\n    query VerifyAuditLog {\n      verifyAuditLog {\n        valid\n        checked\n        brokenAt\n        reason\n        headHash\n      }\n    }\n  ": typeof types.VerifyAuditLogDocument,
    "\n  query AuditExport(\n    $after: String\n    $subject: String\n    $actor: String\n    $action: AuditAction\n    $outcome: AuditOutcome\n    $since: DateTime\n    $until: DateTime\n  ) {\n    auditLog(\n      first: 500\n      after: $after\n      subject: $subject\n      actor: $actor\n      action: $action\n      outcome: $outcome\n      since: $since\n      until: $until\n    ) {\n      nodes {\n        seq\n        id\n        at\n        actor {\n          id\n          name\n        }\n        action\n        outcome\n        subject\n        version\n        summary\n        message\n        answer\n        threadId\n        turnId\n        requestId\n        details\n        before\n        after\n        previousHash\n        hash\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AuditExportDocument,
    "\n  fragment CardSwitch_card on Card {\n    __typename\n    ...ModelTable_card\n    ...VersionCard_card\n    ...VersionComparison_card\n    ...FeatureForm_card\n    ...ConfirmationCard_card\n    ...ChoiceCard_card\n    ...TrainingCard_card\n    ...PredictionCard_card\n    ...AuditTable_card\n    ...HelpCard_card\n  }\n": typeof types.CardSwitch_CardFragmentDoc,
    "\n  fragment ChoiceCard_card on ChoiceCard {\n    requestId\n    question\n    status\n    options {\n      value\n      label\n    }\n  }\n": typeof types.ChoiceCard_CardFragmentDoc,
    "\n  fragment ConfirmationCard_card on ConfirmationCard {\n    requestId\n    title\n    effects\n    destructive\n    digest\n    expiresAt\n    status\n    gates {\n      name\n      ...PlanDetails_gate\n    }\n  }\n": typeof types.ConfirmationCard_CardFragmentDoc,
    "\n  fragment Conversation_thread on ChatThread {\n    id\n    turns(last: $last) {\n      nodes {\n        id\n        suggestions\n        cards {\n          __typename\n          ... on TrainingCard {\n            run {\n              id\n              model\n              status\n              version {\n                id\n                stage\n              }\n            }\n          }\n          ... on ModelTable {\n            rows {\n              name\n              production\n              latest\n            }\n            trainable {\n              command\n            }\n          }\n          ... on HelpCard {\n            said: suggestions\n          }\n          ... on ConfirmationCard {\n            requestId\n          }\n          ... on ChoiceCard {\n            requestId\n          }\n          ... on FeatureForm {\n            requestId\n          }\n        }\n        ...Turn_turn\n      }\n      pageInfo {\n        hasPreviousPage\n        startCursor\n      }\n    }\n  }\n": typeof types.Conversation_ThreadFragmentDoc,
    "\n    query ThreadSize($id: ID!) {\n      thread(id: $id) {\n        id\n        turns(last: 1) {\n          totalCount\n        }\n      }\n    }\n  ": typeof types.ThreadSizeDocument,
    "\n    mutation DeleteThread($id: ID!) {\n      deleteThread(id: $id) {\n        __typename\n        ... on DeletedThread {\n          id\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.DeleteThreadDocument,
    "\n    mutation RestoreThread($id: ID!) {\n      restoreThread(id: $id) {\n        __typename\n        ... on ChatThread {\n          id\n          title\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.RestoreThreadDocument,
    "\n    query EarlierTurns($id: ID!, $last: Int!, $before: String!) {\n      thread(id: $id) {\n        id\n        turns(last: $last, before: $before) {\n          nodes {\n            id\n            cards {\n              __typename\n              ... on ConfirmationCard {\n                requestId\n              }\n              ... on ChoiceCard {\n                requestId\n              }\n              ... on FeatureForm {\n                requestId\n              }\n            }\n            ...Turn_turn\n          }\n          pageInfo {\n            hasPreviousPage\n            startCursor\n          }\n        }\n      }\n    }\n  ": typeof types.EarlierTurnsDocument,
    "\n    query Suggestions {\n      suggestions\n    }\n  ": typeof types.SuggestionsDocument,
    "\n  fragment FeatureForm_card on FeatureForm {\n    requestId\n    model\n    version\n    values\n    missing\n    status\n    features {\n      name\n      kind\n      required\n      min\n      max\n      integer\n      ...FeatureFields_feature\n    }\n    weak {\n      slot\n      text\n    }\n  }\n": typeof types.FeatureForm_CardFragmentDoc,
    "\n  fragment HelpCard_card on HelpCard {\n    title\n    suggestions\n  }\n": typeof types.HelpCard_CardFragmentDoc,
    "\n    mutation RenameThread($id: ID!, $title: String!) {\n      renameThread(id: $id, title: $title) {\n        __typename\n        ... on ChatThread {\n          id\n          title\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.RenameThreadDocument,
    "\n    query Threads($first: Int!, $after: String, $search: String) {\n      threads(first: $first, after: $after, search: $search) {\n        nodes {\n          id\n          title\n          updatedAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": typeof types.ThreadsDocument,
    "\n    query Thread($id: ID!, $last: Int!) {\n      thread(id: $id) {\n        id\n        title\n        lastSeq\n        turns(last: $last) {\n          nodes {\n            id\n            message\n            pending {\n              id\n              status\n            }\n          }\n        }\n        waiting {\n          id\n          message\n        }\n        ...Conversation_thread\n      }\n    }\n  ": typeof types.ThreadDocument,
    "\n  fragment Turn_turn on ChatTurn {\n    id\n    threadId\n    message\n    status\n    kind\n    content\n    createdAt\n    suggestions\n    pending {\n      id\n      status\n    }\n    cards {\n      __typename\n      ... on ConfirmationCard {\n        requestId\n        effects\n      }\n      ... on ChoiceCard {\n        requestId\n        question\n      }\n      ... on FeatureForm {\n        requestId\n        status\n        features {\n          question\n        }\n      }\n      ...TurnCard_card\n    }\n    interpretation {\n      ...Understanding_interpretation\n    }\n  }\n": typeof types.Turn_TurnFragmentDoc,
    "\n  fragment TurnCard_card on Card {\n    __typename\n    ...CardSwitch_card\n  }\n": typeof types.TurnCard_CardFragmentDoc,
    "\n  fragment Understanding_interpretation on Interpretation {\n    source\n    fallback\n    intents {\n      intent\n      confidence\n      slots\n      missing\n      evidence {\n        slot\n        value\n        text\n        start\n        end\n        weak\n      }\n      problems {\n        slot\n        text\n        message\n      }\n    }\n  }\n": typeof types.Understanding_InterpretationFragmentDoc,
    "\n    mutation StopReply($turnId: ID!) {\n      stopReply(turnId: $turnId) {\n        __typename\n        ... on ChatTurn {\n          id\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.StopReplyDocument,
    "\n    mutation Answer($requestId: ID!, $values: JSON!) {\n      answer(requestId: $requestId, values: $values) {\n        __typename\n        ... on ChatTurn {\n          id\n          threadId\n          ...Turn_turn\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.AnswerDocument,
    "\n    subscription ChatReply($threadId: ID!, $after: Int) {\n      chatReply(threadId: $threadId, after: $after) {\n        seq\n        turnId\n        type\n        payload\n      }\n    }\n  ": typeof types.ChatReplyDocument,
    "\n    query Turn($id: ID!) {\n      turn(id: $id) {\n        id\n        threadId\n        status\n        content\n        pending {\n          id\n          status\n        }\n        ...Turn_turn\n      }\n    }\n  ": typeof types.TurnDocument,
    "\n    mutation Send($input: ChatInput!) {\n      chat(input: $input) {\n        __typename\n        ... on ChatTurn {\n          id\n          threadId\n          ...Turn_turn\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.SendDocument,
    "\n    query FirstSteps {\n      models(first: 1) {\n        totalCount\n        nodes {\n          id\n          name\n          versions(first: 1) {\n            nodes {\n              id\n              version\n            }\n          }\n        }\n      }\n      promotions: auditLog(first: 0, action: promoteVersion, outcome: DONE) {\n        totalCount\n      }\n      trainingOptions {\n        untrained {\n          name\n        }\n      }\n      suggestions\n    }\n  ": typeof types.FirstStepsDocument,
    "\n    query Viewer {\n      viewer {\n        actor {\n          id\n          name\n        }\n        role\n        permissions\n      }\n    }\n  ": typeof types.ViewerDocument,
    "\n    query Plan($action: PlannedAction!, $model: String!, $version: Int) {\n      plan(action: $action, model: $model, version: $version) {\n        __typename\n        ... on ActionPlan {\n          question\n          effects\n          digest\n          gates {\n            name\n            ...PlanDetails_gate\n          }\n        }\n        ... on GatesFailedError {\n          gates {\n            name\n            ...PlanDetails_gate\n          }\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.PlanDocument,
    "\n    query ActiveModel {\n      activeModel {\n        id\n        version\n        model {\n          id\n          name\n        }\n        metrics {\n          name\n          value\n          split\n        }\n      }\n      models(first: 20) {\n        nodes {\n          id\n          name\n          production {\n            id\n            version\n          }\n          versions(first: 1) {\n            nodes {\n              id\n              version\n              stage\n            }\n          }\n        }\n      }\n    }\n  ": typeof types.ActiveModelDocument,
    "\n    subscription ModelEvents {\n      modelEvents {\n        seq\n        type\n        model\n        version\n        name\n        actor\n        at\n      }\n    }\n  ": typeof types.ModelEventsDocument,
    "\n    mutation ArchiveVersion($model: String!, $version: Int!, $planDigest: String!, $comment: String) {\n      archiveVersion(model: $model, version: $version, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.ArchiveVersionDocument,
    "\n    query Compare($model: String!, $versions: [Int!]!) {\n      compareVersions(model: $model, versions: $versions) {\n        __typename\n        ... on VersionsCompared {\n          versions {\n            id\n            version\n          }\n          ...VersionsSideBySide_compared\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n      model(name: $model) {\n        id\n        versions(first: 50) {\n          nodes {\n            id\n            version\n            stage\n          }\n        }\n      }\n    }\n  ": typeof types.CompareDocument,
    "\n    mutation SetDescription($model: String!, $version: Int, $description: String!) {\n      setDescription(model: $model, version: $version, description: $description) {\n        __typename\n        ... on Model {\n          id\n          description\n        }\n        ... on ModelVersion {\n          id\n          description\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.SetDescriptionDocument,
    "\n    query DifferingRows($model: String!, $versions: [Int!]!, $rows: ComparedRows!) {\n      compareVersions(model: $model, versions: $versions) {\n        __typename\n        ... on VersionsCompared {\n          holdoutDifferences(rows: $rows, first: 50) {\n            __typename\n            ... on HoldoutDifferences {\n              compared\n              heldOutByAll\n              total\n              rows {\n                row\n                features\n                truth\n                predictions {\n                  version\n                  heldOut\n                  value\n                  probabilities\n                }\n              }\n            }\n            ... on Error {\n              code\n              message\n            }\n          }\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.DifferingRowsDocument,
    "\n  fragment FeatureList_feature on Feature {\n    name\n    kind\n    categories\n    options {\n      value\n      label\n    }\n    unit\n    min\n    max\n    required\n    description\n  }\n": typeof types.FeatureList_FeatureFragmentDoc,
    "\n  fragment MetricList_metric on Metric {\n    name\n    value\n    split\n  }\n": typeof types.MetricList_MetricFragmentDoc,
    "\n  fragment MetricsOverVersions_model on Model {\n    id\n    versions(first: 50) {\n      nodes {\n        id\n        version\n        metrics {\n          name\n          value\n          split\n        }\n      }\n    }\n  }\n": typeof types.MetricsOverVersions_ModelFragmentDoc,
    "\n  fragment ModelActions_model on Model {\n    id\n    name\n    description\n    versions(first: 50) {\n      nodes {\n        id\n        stage\n        promotedAt\n      }\n    }\n  }\n": typeof types.ModelActions_ModelFragmentDoc,
    "\n    query ModelCard($model: String!, $version: Int!) {\n      modelVersion(model: $model, version: $version) {\n        id\n        card\n      }\n    }\n  ": typeof types.ModelCardDocument,
    "\n  fragment ModelLabels_model on Model {\n    id\n    name\n    aliases {\n      name\n      version {\n        id\n        version\n      }\n    }\n    tags {\n      key\n      value\n    }\n  }\n": typeof types.ModelLabels_ModelFragmentDoc,
    "\n    query Models($first: Int!, $after: String, $search: String, $stage: Stage) {\n      models(first: $first, after: $after, search: $search, stage: $stage) {\n        nodes {\n          id\n          ...ModelSummary_model\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": typeof types.ModelsDocument,
    "\n    query Model($name: String!) {\n      model(name: $name) {\n        id\n        name\n        description\n        target\n        task\n        trainable\n        classes {\n          value\n          label\n        }\n        ...ModelActions_model\n        ...VersionTable_model\n        ...MetricsOverVersions_model\n        ...StageTimeline_model\n        ...ModelLabels_model\n        ...PolicyCard_model\n        features {\n          ...FeatureList_feature\n          ...TryIt_feature\n        }\n        newest: versions(first: 1) {\n          nodes {\n            id\n            version\n            stage\n            ...LoggedSource_version\n          }\n        }\n        production {\n          id\n          version\n          stage\n          algorithm\n          promotedAt\n          createdBy\n          metrics {\n            ...MetricList_metric\n          }\n          ...Provenance_version\n          ...LoggedSource_version\n        }\n      }\n    }\n  ": typeof types.ModelDocument,
    "\n  fragment ModelSummary_model on Model {\n    id\n    name\n    description\n    task\n    production {\n      id\n      version\n      metrics {\n        name\n        value\n        split\n      }\n    }\n    versions(first: 1) {\n      totalCount\n      nodes {\n        id\n        version\n        stage\n      }\n    }\n  }\n": typeof types.ModelSummary_ModelFragmentDoc,
    "\n  fragment ModelTable_card on ModelTable {\n    rows {\n      name\n      description\n      versions\n      production\n      latest\n      metric {\n        name\n        value\n        split\n      }\n    }\n    trainable {\n      name\n      description\n      command\n    }\n  }\n": typeof types.ModelTable_CardFragmentDoc,
    "\n  fragment PlanDetails_gate on Gate {\n    name\n    passed\n    detail\n  }\n": typeof types.PlanDetails_GateFragmentDoc,
    "\n  fragment PolicyCard_model on Model {\n    id\n    name\n    task\n    policy {\n      approvals\n      changedAt\n      changedBy\n      description\n      metrics {\n        name\n        atLeast\n        atMost\n      }\n      notWorse {\n        metric\n        tolerance\n      }\n      parity\n      revision\n    }\n  }\n": typeof types.PolicyCard_ModelFragmentDoc,
    "\n    mutation SetPolicy($input: SetPolicyInput!, $comment: String) {\n      setPolicy(input: $input, comment: $comment) {\n        __typename\n        ... on Model {\n          id\n          ...PolicyCard_model\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.SetPolicyDocument,
    "\n    query ProductionThen($model: String!, $at: DateTime!) {\n      productionAt(model: $model, at: $at) {\n        id\n        version\n      }\n      modelHistory(model: $model, until: $at, first: 200) {\n        nodes {\n          id\n          to\n          version\n          actor\n          at\n          message\n          comment\n        }\n      }\n    }\n  ": typeof types.ProductionThenDocument,
    "\n    mutation PromoteVersion($model: String!, $version: Int!, $planDigest: String!, $comment: String) {\n      promoteVersion(model: $model, version: $version, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Proposal {\n          id\n          status\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.PromoteVersionDocument,
    "\n  fragment ProposalWaiting_proposal on Proposal {\n    id\n    effects\n    own\n    proposedBy\n    proposedAt\n    expiresAt\n    comment\n    model {\n      id\n      name\n    }\n    version {\n      id\n      version\n    }\n    gates {\n      name\n      ...PlanDetails_gate\n    }\n  }\n": typeof types.ProposalWaiting_ProposalFragmentDoc,
    "\n    mutation ApproveProposal($id: ID!, $comment: String) {\n      approveProposal(id: $id, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.ApproveProposalDocument,
    "\n    mutation RejectProposal($id: ID!, $comment: String) {\n      rejectProposal(id: $id, comment: $comment) {\n        __typename\n        ... on Proposal {\n          id\n          status\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.RejectProposalDocument,
    "\n    query ProposalsWaiting($model: String!) {\n      proposals(model: $model, status: PROPOSED) {\n        nodes {\n          id\n          ...ProposalWaiting_proposal\n        }\n      }\n    }\n  ": typeof types.ProposalsWaitingDocument,
    "\n  fragment Provenance_version on ModelVersion {\n    id\n    params\n    artifactSha256\n    artifactBytes\n    problem\n    dataset {\n      name\n      sha256\n      rows\n    }\n    trainingRun {\n      id\n      rows\n      trainRows\n      testRows\n      testSize\n      seed\n    }\n  }\n": typeof types.Provenance_VersionFragmentDoc,
    "\n    mutation RemoveModel($name: String!, $confirmName: String!, $planDigest: String!, $comment: String) {\n      removeModel(name: $name, confirmName: $confirmName, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on RemovedModel {\n          name\n          versions\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.RemoveModelDocument,
    "\n    query RemovedModels {\n      removedModels {\n        name\n        removedAt\n        restorableUntil\n        versions\n      }\n    }\n  ": typeof types.RemovedModelsDocument,
    "\n    query Reproductions($model: String!, $version: Int!) {\n      modelVersion(model: $model, version: $version) {\n        id\n        lineage {\n          run {\n            id\n            environment {\n              modelwright\n              node\n              onnxruntime\n              platform\n            }\n          }\n          reproductions {\n            id\n            status\n            message\n            outcome\n            finishedAt\n            report {\n              rows\n              largestDifference\n              differingRows\n            }\n          }\n        }\n      }\n    }\n  ": typeof types.ReproductionsDocument,
    "\n    mutation Reproduce($model: String!, $version: Int!) {\n      reproduceVersion(model: $model, version: $version) {\n        __typename\n        ... on Reproduction {\n          id\n          status\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.ReproduceDocument,
    "\n    mutation Rollback($model: String!, $planDigest: String!, $comment: String) {\n      rollback(model: $model, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.RollbackDocument,
    "\n  fragment StageTimeline_model on Model {\n    id\n    name\n    stageHistory {\n      id\n      version\n      to\n      reason\n      actor\n      comment\n      at\n    }\n  }\n": typeof types.StageTimeline_ModelFragmentDoc,
    "\n    query UnservedModels($name: String) {\n      registry {\n        notShown(name: $name) {\n          name\n          why\n          since\n        }\n      }\n    }\n  ": typeof types.UnservedModelsDocument,
    "\n    query UntrainedModels {\n      trainingOptions {\n        untrained {\n          name\n          description\n          task\n        }\n      }\n    }\n  ": typeof types.UntrainedModelsDocument,
    "\n  fragment VersionActions_version on ModelVersion {\n    id\n    version\n    stage\n    description\n  }\n": typeof types.VersionActions_VersionFragmentDoc,
    "\n  fragment VersionCard_card on VersionCard {\n    model\n    version\n    stage\n    algorithm\n    createdAt\n    createdBy\n    metrics {\n      ...MetricList_metric\n    }\n    features {\n      ...FeatureList_feature\n    }\n    dataset {\n      name\n      rows\n      sha256\n    }\n  }\n": typeof types.VersionCard_CardFragmentDoc,
    "\n  fragment VersionComparison_card on VersionComparison {\n    model\n    versions {\n      version\n      stage\n      algorithm\n      createdAt\n      metrics {\n        name\n        value\n        split\n      }\n    }\n  }\n": typeof types.VersionComparison_CardFragmentDoc,
    "\n  fragment VersionRow_version on ModelVersion {\n    id\n    version\n    stage\n    algorithm\n    createdAt\n    createdBy\n    description\n    metrics {\n      name\n      value\n      split\n    }\n    ...VersionActions_version\n  }\n": typeof types.VersionRow_VersionFragmentDoc,
    "\n  fragment VersionTable_model on Model {\n    id\n    name\n    newest: versions(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.VersionTable_ModelFragmentDoc,
    "\n    query Versions($model: String!, $first: Int!, $filter: String, $isLater: Boolean!, $newer: String) {\n      versions: modelVersions(model: $model, filter: $filter, orderBy: [\"version_number DESC\"], first: $first) {\n        totalCount\n        nodes {\n          id\n          version\n          algorithm\n          metrics {\n            name\n            value\n            split\n          }\n          ...VersionRow_version\n        }\n      }\n      newer: modelVersions(model: $model, filter: $newer, orderBy: [\"version_number ASC\"], first: $first)\n        @include(if: $isLater) {\n        totalCount\n        nodes {\n          id\n          version\n        }\n      }\n    }\n  ": typeof types.VersionsDocument,
    "\n  fragment VersionsSideBySide_compared on VersionsCompared {\n    model {\n      id\n      name\n      task\n      classes {\n        value\n        label\n      }\n      features {\n        name\n        label\n        options {\n          value\n          label\n        }\n      }\n    }\n    versions {\n      id\n      version\n      stage\n      algorithm\n      createdAt\n      createdBy\n      params\n      artifactSha256\n      artifactBytes\n      metrics {\n        name\n        value\n        split\n      }\n      coefficients {\n        feature\n        category\n        class\n        value\n      }\n      dataset {\n        name\n        rows\n        sha256\n      }\n      trainingRun {\n        id\n        testSize\n        seed\n        trainRows\n        testRows\n      }\n    }\n  }\n": typeof types.VersionsSideBySide_ComparedFragmentDoc,
    "\n    query WaitingForApproval($after: String) {\n      proposals(status: PROPOSED, first: 6, after: $after) {\n        totalCount\n        nodes {\n          id\n          ...ProposalWaiting_proposal\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": typeof types.WaitingForApprovalDocument,
    "\n  fragment Refusal_error on Error {\n    code\n    message\n  }\n": typeof types.Refusal_ErrorFragmentDoc,
    "\n    mutation SetAlias($model: String!, $alias: String!, $version: Int!) {\n      setAlias(model: $model, alias: $alias, version: $version) {\n        ...Refusal_error\n      }\n    }\n  ": typeof types.SetAliasDocument,
    "\n    mutation DeleteAlias($model: String!, $alias: String!) {\n      deleteAlias(model: $model, alias: $alias) {\n        ...Refusal_error\n      }\n    }\n  ": typeof types.DeleteAliasDocument,
    "\n    mutation SetTag($model: String!, $key: String!, $value: String!) {\n      setTag(model: $model, key: $key, value: $value) {\n        ...Refusal_error\n      }\n    }\n  ": typeof types.SetTagDocument,
    "\n    mutation DeleteTag($model: String!, $key: String!) {\n      deleteTag(model: $model, key: $key) {\n        ...Refusal_error\n      }\n    }\n  ": typeof types.DeleteTagDocument,
    "\n    mutation RestoreVersion($model: String!, $version: Int!) {\n      restoreVersion(model: $model, version: $version) {\n        ...Stage_version\n        ...Refusal_error\n      }\n    }\n  ": typeof types.RestoreVersionDocument,
    "\n    mutation ArchiveAgain($model: String!, $version: Int!) {\n      archiveVersion(model: $model, version: $version) {\n        ...Stage_version\n        ...Refusal_error\n      }\n    }\n  ": typeof types.ArchiveAgainDocument,
    "\n    mutation RestoreModel($name: String!) {\n      restoreModel(name: $name) {\n        ...Refusal_error\n      }\n    }\n  ": typeof types.RestoreModelDocument,
    "\n  fragment Stage_version on ModelVersion {\n    id\n    stage\n  }\n": typeof types.Stage_VersionFragmentDoc,
    "\n    query WaitingCount {\n      proposals(status: PROPOSED, first: 1) {\n        totalCount\n      }\n    }\n  ": typeof types.WaitingCountDocument,
    "\n    query PaletteModels {\n      models(first: 50) {\n        nodes {\n          id\n          name\n          description\n        }\n      }\n    }\n  ": typeof types.PaletteModelsDocument,
    "\n    query PaletteThreads($search: String!) {\n      threads(first: 6, search: $search) {\n        nodes {\n          id\n          title\n        }\n      }\n    }\n  ": typeof types.PaletteThreadsDocument,
    "\n  fragment FeatureFields_feature on Feature {\n    name\n    kind\n    categories\n    options {\n      value\n      label\n    }\n    unit\n    min\n    max\n    integer\n    required\n    description\n    question\n  }\n": typeof types.FeatureFields_FeatureFragmentDoc,
    "\n  fragment PredictionCard_card on PredictionCard {\n    model\n    version\n    value\n    label\n    probabilities\n    inputs {\n      name\n      title\n      description\n      label\n      evidence\n      weak\n    }\n  }\n": typeof types.PredictionCard_CardFragmentDoc,
    "\n  fragment TryIt_feature on Feature {\n    name\n    kind\n    required\n    min\n    max\n    integer\n    ...FeatureFields_feature\n    ...WhatIf_feature\n  }\n": typeof types.TryIt_FeatureFragmentDoc,
    "\n  fragment WhatIf_feature on Feature {\n    name\n    kind\n    required\n    min\n    max\n    integer\n    unit\n    question\n    ...FeatureFields_feature\n  }\n": typeof types.WhatIf_FeatureFragmentDoc,
    "\n    mutation Predict($input: PredictInput!) {\n      predict(input: $input) {\n        __typename\n        ... on Prediction {\n          model\n          version\n          value\n          probabilities\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.PredictDocument,
    "\n    query Interpret($message: String!) {\n      interpret(message: $message) {\n        source\n        fallback\n      }\n    }\n  ": typeof types.InterpretDocument,
    "\n    query RegistryState {\n      registry {\n        server\n        reachable\n        notShown {\n          name\n          why\n        }\n      }\n    }\n  ": typeof types.RegistryStateDocument,
    "\n  fragment WebhookRow_webhook on Webhook {\n    id\n    url\n    active\n    inactiveReason\n    deliveries(first: 10) {\n      nodes {\n        id\n        event\n        status\n        attempts\n        responseCode\n        error\n        createdAt\n      }\n    }\n  }\n": typeof types.WebhookRow_WebhookFragmentDoc,
    "\n    mutation TestWebhook($id: ID!) {\n      testWebhook(id: $id) {\n        __typename\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.TestWebhookDocument,
    "\n    mutation DeleteWebhook($id: ID!) {\n      deleteWebhook(id: $id) {\n        __typename\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.DeleteWebhookDocument,
    "\n    mutation Redeliver($deliveryId: ID!) {\n      redeliverWebhook(deliveryId: $deliveryId) {\n        __typename\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.RedeliverDocument,
    "\n    query Webhooks {\n      webhooks {\n        id\n        ...WebhookRow_webhook\n      }\n    }\n  ": typeof types.WebhooksDocument,
    "\n    mutation CreateWebhook($url: String!) {\n      createWebhook(url: $url) {\n        __typename\n        ... on WebhookCreated {\n          secret\n          webhook {\n            id\n          }\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.CreateWebhookDocument,
    "\n    query Experiment($id: ID!, $filter: String, $orderBy: [String!], $after: String) {\n      experiment(id: $id) {\n        id\n        name\n        deletedAt\n        tags {\n          key\n          value\n        }\n        runCount(filter: $filter)\n        runs(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {\n          nodes {\n            id\n            ...LoggedRunRow_run\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  ": typeof types.ExperimentDocument,
    "\n    query Experiments($after: String) {\n      experiments(first: 50, after: $after) {\n        nodes {\n          id\n          name\n          createdAt\n          runCount\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": typeof types.ExperimentsDocument,
    "\n    query LoggedRunFiles($id: ID!, $path: String) {\n      loggedRun(id: $id) {\n        id\n        files(path: $path) {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n      }\n    }\n  ": typeof types.LoggedRunFilesDocument,
    "\n    query LoggedModelFiles($id: ID!, $path: String) {\n      loggedModel(id: $id) {\n        id\n        files(path: $path) {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n      }\n    }\n  ": typeof types.LoggedModelFilesDocument,
    "\n    query LoggedModel($id: ID!) {\n      loggedModel(id: $id) {\n        id\n        name\n        status\n        modelType\n        createdAt\n        experiment {\n          id\n          name\n        }\n        run {\n          id\n          name\n        }\n        params {\n          key\n          value\n        }\n        tags {\n          key\n          value\n        }\n        metrics {\n          key\n          ...MetricTable_metric\n        }\n        files {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n        versions {\n          id\n          ...VersionLinks_version\n        }\n      }\n    }\n  ": typeof types.LoggedModelDocument,
    "\n  fragment LoggedRunRow_run on LoggedRun {\n    id\n    name\n    status\n    startedAt\n    endedAt\n    startedBy\n    metrics {\n      key\n      value\n      text\n    }\n    params {\n      key\n      value\n    }\n    versions {\n      id\n      ...VersionLinks_version\n    }\n  }\n": typeof types.LoggedRunRow_RunFragmentDoc,
    "\n    query LoggedRun($id: ID!) {\n      loggedRun(id: $id) {\n        id\n        name\n        status\n        startedBy\n        startedAt\n        endedAt\n        deletedAt\n        experiment {\n          id\n          name\n        }\n        parent {\n          id\n          name\n        }\n        params {\n          key\n          value\n        }\n        tags {\n          key\n          value\n        }\n        metrics {\n          key\n          ...MetricTable_metric\n        }\n        datasets {\n          name\n          digest\n          sourceType\n          source\n          schema\n        }\n        models {\n          use\n          model {\n            id\n            name\n          }\n        }\n        files {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n        versions {\n          id\n          ...VersionLinks_version\n        }\n      }\n    }\n  ": typeof types.LoggedRunDocument,
    "\n  fragment LoggedSource_version on ModelVersion {\n    id\n    version\n    params\n    metrics {\n      name\n      value\n      split\n    }\n    tags {\n      key\n      value\n    }\n    origin {\n      source\n      runId\n      run {\n        id\n        name\n        experiment {\n          id\n        }\n      }\n      loggedModel {\n        id\n        name\n        experiment {\n          id\n        }\n      }\n    }\n  }\n": typeof types.LoggedSource_VersionFragmentDoc,
    "\n  fragment MetricTable_metric on LoggedMetric {\n    key\n    value\n    text\n    step\n    dataset\n  }\n": typeof types.MetricTable_MetricFragmentDoc,
    "\n    query MetricHistory($run: ID!, $key: String!) {\n      loggedRun(id: $run) {\n        id\n        metricHistory(key: $key) {\n          count\n          points {\n            value\n            step\n          }\n        }\n      }\n    }\n  ": typeof types.MetricHistoryDocument,
    "\n  fragment VersionLinks_version on ModelVersion {\n    id\n    version\n    stage\n    model {\n      id\n      name\n    }\n  }\n": typeof types.VersionLinks_VersionFragmentDoc,
    "\n    query Trainable {\n      models(first: 200) {\n        nodes {\n          id\n          name\n          description\n          task\n          trainable\n        }\n      }\n      trainingOptions {\n        untrained {\n          name\n          description\n          task\n        }\n      }\n    }\n  ": typeof types.TrainableDocument,
    "\n    query Runs($first: Int!, $after: String, $model: String) {\n      trainingRuns(first: $first, after: $after, model: $model) {\n        totalCount\n        nodes {\n          id\n          status\n          ...RunRow_run\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": typeof types.RunsDocument,
    "\n  fragment RunRow_run on TrainingRun {\n    id\n    model\n    status\n    progress\n    algorithm\n    testSize\n    seed\n    error\n    queuedAt\n    startedAt\n    finishedAt\n    metrics {\n      name\n      value\n      split\n    }\n    version {\n      id\n      version\n    }\n  }\n": typeof types.RunRow_RunFragmentDoc,
    "\n    query Run($id: ID!) {\n      trainingRun(id: $id) {\n        id\n        model\n        status\n        algorithm\n        testSize\n        seed\n        params\n        dataset {\n          name\n        }\n        ...TrainingRunCard_run\n        ...RunSettings_run\n      }\n    }\n  ": typeof types.RunDocument,
    "\n  fragment RunSettings_run on TrainingRun {\n    id\n    algorithm\n    testSize\n    seed\n    params\n    rows\n    trainRows\n    testRows\n    queuedAt\n    startedAt\n    finishedAt\n    dataset {\n      name\n    }\n  }\n": typeof types.RunSettings_RunFragmentDoc,
    "\n    query TrainedModels {\n      models(first: 200) {\n        nodes {\n          id\n          name\n        }\n      }\n    }\n  ": typeof types.TrainedModelsDocument,
    "\n    query TrainForm($model: String!) {\n      trainingRuns(first: 1, model: $model) {\n        nodes {\n          id\n          ...TrainingRunCard_run\n        }\n      }\n    }\n  ": typeof types.TrainFormDocument,
    "\n  fragment TrainingCard_card on TrainingCard {\n    runId\n    run {\n      id\n      ...TrainingRunCard_run\n    }\n  }\n": typeof types.TrainingCard_CardFragmentDoc,
    "\n  fragment TrainingRunCard_run on TrainingRun {\n    id\n    model\n    status\n    progress\n    algorithm\n    testSize\n    seed\n    rows\n    trainRows\n    testRows\n    error\n    metrics {\n      name\n      value\n      split\n      ...MetricList_metric\n    }\n    version {\n      id\n      version\n      stage\n    }\n    events {\n      seq\n      type\n      message\n      at\n      metrics {\n        name\n        value\n        split\n      }\n    }\n  }\n": typeof types.TrainingRunCard_RunFragmentDoc,
    "\n    mutation CancelTraining($runId: ID!) {\n      cancelTraining(runId: $runId) {\n        __typename\n        ... on TrainingRun {\n          id\n          ...TrainingRunCard_run\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.CancelTrainingDocument,
    "\n    mutation TrainModel($input: TrainModelInput!) {\n      trainModel(input: $input) {\n        __typename\n        ... on TrainingRun {\n          id\n          ...TrainingRunCard_run\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": typeof types.TrainModelDocument,
    "\n    subscription TrainingProgress($runId: ID!, $after: Int) {\n      trainingProgress(runId: $runId, after: $after) {\n        seq\n        runId\n        type\n        progress\n        message\n        at\n        metrics {\n          name\n          value\n          split\n        }\n      }\n    }\n  ": typeof types.TrainingProgressDocument,
    "\n    query TrainingRun($id: ID!) {\n      trainingRun(id: $id) {\n        id\n        ...TrainingRunCard_run\n      }\n    }\n  ": typeof types.TrainingRunDocument,
    "\n    query TrainingSettings {\n      trainingOptions {\n        testSize\n        smallestTestSize\n        largestTestSize\n        seed\n        algorithms {\n          name\n          tasks\n        }\n      }\n    }\n  ": typeof types.TrainingSettingsDocument,
    "\n    fragment TrainingProgress_run on TrainingRun {\n      id\n      status\n      progress\n    }\n  ": typeof types.TrainingProgress_RunFragmentDoc,
};
const documents: Documents = {
    "\n  fragment AuditEventDetails_event on AuditEvent {\n    id\n    at\n    message\n    answer\n    threadId\n    requestId\n    details\n    before\n    after\n    hash\n    previousHash\n  }\n": types.AuditEventDetails_EventFragmentDoc,
    "\n  fragment AuditEventRow_event on AuditEvent {\n    id\n    seq\n    at\n    actor {\n      id\n      name\n    }\n    action\n    outcome\n    subject\n    version\n    summary\n    message\n    answer\n    threadId\n    ...AuditEventDetails_event\n  }\n": types.AuditEventRow_EventFragmentDoc,
    "\n  fragment AuditEventTable_event on AuditEvent {\n    id\n    ...AuditEventRow_event\n  }\n": types.AuditEventTable_EventFragmentDoc,
    "\n    query AuditLog(\n      $first: Int!\n      $after: String\n      $subject: String\n      $actor: String\n      $action: AuditAction\n      $outcome: AuditOutcome\n      $since: DateTime\n      $until: DateTime\n    ) {\n      auditLog(\n        first: $first\n        after: $after\n        subject: $subject\n        actor: $actor\n        action: $action\n        outcome: $outcome\n        since: $since\n        until: $until\n      ) {\n        nodes {\n          id\n          ...AuditEventTable_event\n        }\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": types.AuditLogDocument,
    "\n  fragment AuditTable_card on AuditTable {\n    events {\n      id\n      ...AuditEventTable_event\n    }\n  }\n": types.AuditTable_CardFragmentDoc,
    "\n    query VerifyAuditLog {\n      verifyAuditLog {\n        valid\n        checked\n        brokenAt\n        reason\n        headHash\n      }\n    }\n  ": types.VerifyAuditLogDocument,
    "\n  query AuditExport(\n    $after: String\n    $subject: String\n    $actor: String\n    $action: AuditAction\n    $outcome: AuditOutcome\n    $since: DateTime\n    $until: DateTime\n  ) {\n    auditLog(\n      first: 500\n      after: $after\n      subject: $subject\n      actor: $actor\n      action: $action\n      outcome: $outcome\n      since: $since\n      until: $until\n    ) {\n      nodes {\n        seq\n        id\n        at\n        actor {\n          id\n          name\n        }\n        action\n        outcome\n        subject\n        version\n        summary\n        message\n        answer\n        threadId\n        turnId\n        requestId\n        details\n        before\n        after\n        previousHash\n        hash\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AuditExportDocument,
    "\n  fragment CardSwitch_card on Card {\n    __typename\n    ...ModelTable_card\n    ...VersionCard_card\n    ...VersionComparison_card\n    ...FeatureForm_card\n    ...ConfirmationCard_card\n    ...ChoiceCard_card\n    ...TrainingCard_card\n    ...PredictionCard_card\n    ...AuditTable_card\n    ...HelpCard_card\n  }\n": types.CardSwitch_CardFragmentDoc,
    "\n  fragment ChoiceCard_card on ChoiceCard {\n    requestId\n    question\n    status\n    options {\n      value\n      label\n    }\n  }\n": types.ChoiceCard_CardFragmentDoc,
    "\n  fragment ConfirmationCard_card on ConfirmationCard {\n    requestId\n    title\n    effects\n    destructive\n    digest\n    expiresAt\n    status\n    gates {\n      name\n      ...PlanDetails_gate\n    }\n  }\n": types.ConfirmationCard_CardFragmentDoc,
    "\n  fragment Conversation_thread on ChatThread {\n    id\n    turns(last: $last) {\n      nodes {\n        id\n        suggestions\n        cards {\n          __typename\n          ... on TrainingCard {\n            run {\n              id\n              model\n              status\n              version {\n                id\n                stage\n              }\n            }\n          }\n          ... on ModelTable {\n            rows {\n              name\n              production\n              latest\n            }\n            trainable {\n              command\n            }\n          }\n          ... on HelpCard {\n            said: suggestions\n          }\n          ... on ConfirmationCard {\n            requestId\n          }\n          ... on ChoiceCard {\n            requestId\n          }\n          ... on FeatureForm {\n            requestId\n          }\n        }\n        ...Turn_turn\n      }\n      pageInfo {\n        hasPreviousPage\n        startCursor\n      }\n    }\n  }\n": types.Conversation_ThreadFragmentDoc,
    "\n    query ThreadSize($id: ID!) {\n      thread(id: $id) {\n        id\n        turns(last: 1) {\n          totalCount\n        }\n      }\n    }\n  ": types.ThreadSizeDocument,
    "\n    mutation DeleteThread($id: ID!) {\n      deleteThread(id: $id) {\n        __typename\n        ... on DeletedThread {\n          id\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.DeleteThreadDocument,
    "\n    mutation RestoreThread($id: ID!) {\n      restoreThread(id: $id) {\n        __typename\n        ... on ChatThread {\n          id\n          title\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.RestoreThreadDocument,
    "\n    query EarlierTurns($id: ID!, $last: Int!, $before: String!) {\n      thread(id: $id) {\n        id\n        turns(last: $last, before: $before) {\n          nodes {\n            id\n            cards {\n              __typename\n              ... on ConfirmationCard {\n                requestId\n              }\n              ... on ChoiceCard {\n                requestId\n              }\n              ... on FeatureForm {\n                requestId\n              }\n            }\n            ...Turn_turn\n          }\n          pageInfo {\n            hasPreviousPage\n            startCursor\n          }\n        }\n      }\n    }\n  ": types.EarlierTurnsDocument,
    "\n    query Suggestions {\n      suggestions\n    }\n  ": types.SuggestionsDocument,
    "\n  fragment FeatureForm_card on FeatureForm {\n    requestId\n    model\n    version\n    values\n    missing\n    status\n    features {\n      name\n      kind\n      required\n      min\n      max\n      integer\n      ...FeatureFields_feature\n    }\n    weak {\n      slot\n      text\n    }\n  }\n": types.FeatureForm_CardFragmentDoc,
    "\n  fragment HelpCard_card on HelpCard {\n    title\n    suggestions\n  }\n": types.HelpCard_CardFragmentDoc,
    "\n    mutation RenameThread($id: ID!, $title: String!) {\n      renameThread(id: $id, title: $title) {\n        __typename\n        ... on ChatThread {\n          id\n          title\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.RenameThreadDocument,
    "\n    query Threads($first: Int!, $after: String, $search: String) {\n      threads(first: $first, after: $after, search: $search) {\n        nodes {\n          id\n          title\n          updatedAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": types.ThreadsDocument,
    "\n    query Thread($id: ID!, $last: Int!) {\n      thread(id: $id) {\n        id\n        title\n        lastSeq\n        turns(last: $last) {\n          nodes {\n            id\n            message\n            pending {\n              id\n              status\n            }\n          }\n        }\n        waiting {\n          id\n          message\n        }\n        ...Conversation_thread\n      }\n    }\n  ": types.ThreadDocument,
    "\n  fragment Turn_turn on ChatTurn {\n    id\n    threadId\n    message\n    status\n    kind\n    content\n    createdAt\n    suggestions\n    pending {\n      id\n      status\n    }\n    cards {\n      __typename\n      ... on ConfirmationCard {\n        requestId\n        effects\n      }\n      ... on ChoiceCard {\n        requestId\n        question\n      }\n      ... on FeatureForm {\n        requestId\n        status\n        features {\n          question\n        }\n      }\n      ...TurnCard_card\n    }\n    interpretation {\n      ...Understanding_interpretation\n    }\n  }\n": types.Turn_TurnFragmentDoc,
    "\n  fragment TurnCard_card on Card {\n    __typename\n    ...CardSwitch_card\n  }\n": types.TurnCard_CardFragmentDoc,
    "\n  fragment Understanding_interpretation on Interpretation {\n    source\n    fallback\n    intents {\n      intent\n      confidence\n      slots\n      missing\n      evidence {\n        slot\n        value\n        text\n        start\n        end\n        weak\n      }\n      problems {\n        slot\n        text\n        message\n      }\n    }\n  }\n": types.Understanding_InterpretationFragmentDoc,
    "\n    mutation StopReply($turnId: ID!) {\n      stopReply(turnId: $turnId) {\n        __typename\n        ... on ChatTurn {\n          id\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.StopReplyDocument,
    "\n    mutation Answer($requestId: ID!, $values: JSON!) {\n      answer(requestId: $requestId, values: $values) {\n        __typename\n        ... on ChatTurn {\n          id\n          threadId\n          ...Turn_turn\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.AnswerDocument,
    "\n    subscription ChatReply($threadId: ID!, $after: Int) {\n      chatReply(threadId: $threadId, after: $after) {\n        seq\n        turnId\n        type\n        payload\n      }\n    }\n  ": types.ChatReplyDocument,
    "\n    query Turn($id: ID!) {\n      turn(id: $id) {\n        id\n        threadId\n        status\n        content\n        pending {\n          id\n          status\n        }\n        ...Turn_turn\n      }\n    }\n  ": types.TurnDocument,
    "\n    mutation Send($input: ChatInput!) {\n      chat(input: $input) {\n        __typename\n        ... on ChatTurn {\n          id\n          threadId\n          ...Turn_turn\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.SendDocument,
    "\n    query FirstSteps {\n      models(first: 1) {\n        totalCount\n        nodes {\n          id\n          name\n          versions(first: 1) {\n            nodes {\n              id\n              version\n            }\n          }\n        }\n      }\n      promotions: auditLog(first: 0, action: promoteVersion, outcome: DONE) {\n        totalCount\n      }\n      trainingOptions {\n        untrained {\n          name\n        }\n      }\n      suggestions\n    }\n  ": types.FirstStepsDocument,
    "\n    query Viewer {\n      viewer {\n        actor {\n          id\n          name\n        }\n        role\n        permissions\n      }\n    }\n  ": types.ViewerDocument,
    "\n    query Plan($action: PlannedAction!, $model: String!, $version: Int) {\n      plan(action: $action, model: $model, version: $version) {\n        __typename\n        ... on ActionPlan {\n          question\n          effects\n          digest\n          gates {\n            name\n            ...PlanDetails_gate\n          }\n        }\n        ... on GatesFailedError {\n          gates {\n            name\n            ...PlanDetails_gate\n          }\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.PlanDocument,
    "\n    query ActiveModel {\n      activeModel {\n        id\n        version\n        model {\n          id\n          name\n        }\n        metrics {\n          name\n          value\n          split\n        }\n      }\n      models(first: 20) {\n        nodes {\n          id\n          name\n          production {\n            id\n            version\n          }\n          versions(first: 1) {\n            nodes {\n              id\n              version\n              stage\n            }\n          }\n        }\n      }\n    }\n  ": types.ActiveModelDocument,
    "\n    subscription ModelEvents {\n      modelEvents {\n        seq\n        type\n        model\n        version\n        name\n        actor\n        at\n      }\n    }\n  ": types.ModelEventsDocument,
    "\n    mutation ArchiveVersion($model: String!, $version: Int!, $planDigest: String!, $comment: String) {\n      archiveVersion(model: $model, version: $version, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.ArchiveVersionDocument,
    "\n    query Compare($model: String!, $versions: [Int!]!) {\n      compareVersions(model: $model, versions: $versions) {\n        __typename\n        ... on VersionsCompared {\n          versions {\n            id\n            version\n          }\n          ...VersionsSideBySide_compared\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n      model(name: $model) {\n        id\n        versions(first: 50) {\n          nodes {\n            id\n            version\n            stage\n          }\n        }\n      }\n    }\n  ": types.CompareDocument,
    "\n    mutation SetDescription($model: String!, $version: Int, $description: String!) {\n      setDescription(model: $model, version: $version, description: $description) {\n        __typename\n        ... on Model {\n          id\n          description\n        }\n        ... on ModelVersion {\n          id\n          description\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.SetDescriptionDocument,
    "\n    query DifferingRows($model: String!, $versions: [Int!]!, $rows: ComparedRows!) {\n      compareVersions(model: $model, versions: $versions) {\n        __typename\n        ... on VersionsCompared {\n          holdoutDifferences(rows: $rows, first: 50) {\n            __typename\n            ... on HoldoutDifferences {\n              compared\n              heldOutByAll\n              total\n              rows {\n                row\n                features\n                truth\n                predictions {\n                  version\n                  heldOut\n                  value\n                  probabilities\n                }\n              }\n            }\n            ... on Error {\n              code\n              message\n            }\n          }\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.DifferingRowsDocument,
    "\n  fragment FeatureList_feature on Feature {\n    name\n    kind\n    categories\n    options {\n      value\n      label\n    }\n    unit\n    min\n    max\n    required\n    description\n  }\n": types.FeatureList_FeatureFragmentDoc,
    "\n  fragment MetricList_metric on Metric {\n    name\n    value\n    split\n  }\n": types.MetricList_MetricFragmentDoc,
    "\n  fragment MetricsOverVersions_model on Model {\n    id\n    versions(first: 50) {\n      nodes {\n        id\n        version\n        metrics {\n          name\n          value\n          split\n        }\n      }\n    }\n  }\n": types.MetricsOverVersions_ModelFragmentDoc,
    "\n  fragment ModelActions_model on Model {\n    id\n    name\n    description\n    versions(first: 50) {\n      nodes {\n        id\n        stage\n        promotedAt\n      }\n    }\n  }\n": types.ModelActions_ModelFragmentDoc,
    "\n    query ModelCard($model: String!, $version: Int!) {\n      modelVersion(model: $model, version: $version) {\n        id\n        card\n      }\n    }\n  ": types.ModelCardDocument,
    "\n  fragment ModelLabels_model on Model {\n    id\n    name\n    aliases {\n      name\n      version {\n        id\n        version\n      }\n    }\n    tags {\n      key\n      value\n    }\n  }\n": types.ModelLabels_ModelFragmentDoc,
    "\n    query Models($first: Int!, $after: String, $search: String, $stage: Stage) {\n      models(first: $first, after: $after, search: $search, stage: $stage) {\n        nodes {\n          id\n          ...ModelSummary_model\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": types.ModelsDocument,
    "\n    query Model($name: String!) {\n      model(name: $name) {\n        id\n        name\n        description\n        target\n        task\n        trainable\n        classes {\n          value\n          label\n        }\n        ...ModelActions_model\n        ...VersionTable_model\n        ...MetricsOverVersions_model\n        ...StageTimeline_model\n        ...ModelLabels_model\n        ...PolicyCard_model\n        features {\n          ...FeatureList_feature\n          ...TryIt_feature\n        }\n        newest: versions(first: 1) {\n          nodes {\n            id\n            version\n            stage\n            ...LoggedSource_version\n          }\n        }\n        production {\n          id\n          version\n          stage\n          algorithm\n          promotedAt\n          createdBy\n          metrics {\n            ...MetricList_metric\n          }\n          ...Provenance_version\n          ...LoggedSource_version\n        }\n      }\n    }\n  ": types.ModelDocument,
    "\n  fragment ModelSummary_model on Model {\n    id\n    name\n    description\n    task\n    production {\n      id\n      version\n      metrics {\n        name\n        value\n        split\n      }\n    }\n    versions(first: 1) {\n      totalCount\n      nodes {\n        id\n        version\n        stage\n      }\n    }\n  }\n": types.ModelSummary_ModelFragmentDoc,
    "\n  fragment ModelTable_card on ModelTable {\n    rows {\n      name\n      description\n      versions\n      production\n      latest\n      metric {\n        name\n        value\n        split\n      }\n    }\n    trainable {\n      name\n      description\n      command\n    }\n  }\n": types.ModelTable_CardFragmentDoc,
    "\n  fragment PlanDetails_gate on Gate {\n    name\n    passed\n    detail\n  }\n": types.PlanDetails_GateFragmentDoc,
    "\n  fragment PolicyCard_model on Model {\n    id\n    name\n    task\n    policy {\n      approvals\n      changedAt\n      changedBy\n      description\n      metrics {\n        name\n        atLeast\n        atMost\n      }\n      notWorse {\n        metric\n        tolerance\n      }\n      parity\n      revision\n    }\n  }\n": types.PolicyCard_ModelFragmentDoc,
    "\n    mutation SetPolicy($input: SetPolicyInput!, $comment: String) {\n      setPolicy(input: $input, comment: $comment) {\n        __typename\n        ... on Model {\n          id\n          ...PolicyCard_model\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.SetPolicyDocument,
    "\n    query ProductionThen($model: String!, $at: DateTime!) {\n      productionAt(model: $model, at: $at) {\n        id\n        version\n      }\n      modelHistory(model: $model, until: $at, first: 200) {\n        nodes {\n          id\n          to\n          version\n          actor\n          at\n          message\n          comment\n        }\n      }\n    }\n  ": types.ProductionThenDocument,
    "\n    mutation PromoteVersion($model: String!, $version: Int!, $planDigest: String!, $comment: String) {\n      promoteVersion(model: $model, version: $version, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Proposal {\n          id\n          status\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.PromoteVersionDocument,
    "\n  fragment ProposalWaiting_proposal on Proposal {\n    id\n    effects\n    own\n    proposedBy\n    proposedAt\n    expiresAt\n    comment\n    model {\n      id\n      name\n    }\n    version {\n      id\n      version\n    }\n    gates {\n      name\n      ...PlanDetails_gate\n    }\n  }\n": types.ProposalWaiting_ProposalFragmentDoc,
    "\n    mutation ApproveProposal($id: ID!, $comment: String) {\n      approveProposal(id: $id, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.ApproveProposalDocument,
    "\n    mutation RejectProposal($id: ID!, $comment: String) {\n      rejectProposal(id: $id, comment: $comment) {\n        __typename\n        ... on Proposal {\n          id\n          status\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.RejectProposalDocument,
    "\n    query ProposalsWaiting($model: String!) {\n      proposals(model: $model, status: PROPOSED) {\n        nodes {\n          id\n          ...ProposalWaiting_proposal\n        }\n      }\n    }\n  ": types.ProposalsWaitingDocument,
    "\n  fragment Provenance_version on ModelVersion {\n    id\n    params\n    artifactSha256\n    artifactBytes\n    problem\n    dataset {\n      name\n      sha256\n      rows\n    }\n    trainingRun {\n      id\n      rows\n      trainRows\n      testRows\n      testSize\n      seed\n    }\n  }\n": types.Provenance_VersionFragmentDoc,
    "\n    mutation RemoveModel($name: String!, $confirmName: String!, $planDigest: String!, $comment: String) {\n      removeModel(name: $name, confirmName: $confirmName, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on RemovedModel {\n          name\n          versions\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.RemoveModelDocument,
    "\n    query RemovedModels {\n      removedModels {\n        name\n        removedAt\n        restorableUntil\n        versions\n      }\n    }\n  ": types.RemovedModelsDocument,
    "\n    query Reproductions($model: String!, $version: Int!) {\n      modelVersion(model: $model, version: $version) {\n        id\n        lineage {\n          run {\n            id\n            environment {\n              modelwright\n              node\n              onnxruntime\n              platform\n            }\n          }\n          reproductions {\n            id\n            status\n            message\n            outcome\n            finishedAt\n            report {\n              rows\n              largestDifference\n              differingRows\n            }\n          }\n        }\n      }\n    }\n  ": types.ReproductionsDocument,
    "\n    mutation Reproduce($model: String!, $version: Int!) {\n      reproduceVersion(model: $model, version: $version) {\n        __typename\n        ... on Reproduction {\n          id\n          status\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.ReproduceDocument,
    "\n    mutation Rollback($model: String!, $planDigest: String!, $comment: String) {\n      rollback(model: $model, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.RollbackDocument,
    "\n  fragment StageTimeline_model on Model {\n    id\n    name\n    stageHistory {\n      id\n      version\n      to\n      reason\n      actor\n      comment\n      at\n    }\n  }\n": types.StageTimeline_ModelFragmentDoc,
    "\n    query UnservedModels($name: String) {\n      registry {\n        notShown(name: $name) {\n          name\n          why\n          since\n        }\n      }\n    }\n  ": types.UnservedModelsDocument,
    "\n    query UntrainedModels {\n      trainingOptions {\n        untrained {\n          name\n          description\n          task\n        }\n      }\n    }\n  ": types.UntrainedModelsDocument,
    "\n  fragment VersionActions_version on ModelVersion {\n    id\n    version\n    stage\n    description\n  }\n": types.VersionActions_VersionFragmentDoc,
    "\n  fragment VersionCard_card on VersionCard {\n    model\n    version\n    stage\n    algorithm\n    createdAt\n    createdBy\n    metrics {\n      ...MetricList_metric\n    }\n    features {\n      ...FeatureList_feature\n    }\n    dataset {\n      name\n      rows\n      sha256\n    }\n  }\n": types.VersionCard_CardFragmentDoc,
    "\n  fragment VersionComparison_card on VersionComparison {\n    model\n    versions {\n      version\n      stage\n      algorithm\n      createdAt\n      metrics {\n        name\n        value\n        split\n      }\n    }\n  }\n": types.VersionComparison_CardFragmentDoc,
    "\n  fragment VersionRow_version on ModelVersion {\n    id\n    version\n    stage\n    algorithm\n    createdAt\n    createdBy\n    description\n    metrics {\n      name\n      value\n      split\n    }\n    ...VersionActions_version\n  }\n": types.VersionRow_VersionFragmentDoc,
    "\n  fragment VersionTable_model on Model {\n    id\n    name\n    newest: versions(first: 1) {\n      totalCount\n    }\n  }\n": types.VersionTable_ModelFragmentDoc,
    "\n    query Versions($model: String!, $first: Int!, $filter: String, $isLater: Boolean!, $newer: String) {\n      versions: modelVersions(model: $model, filter: $filter, orderBy: [\"version_number DESC\"], first: $first) {\n        totalCount\n        nodes {\n          id\n          version\n          algorithm\n          metrics {\n            name\n            value\n            split\n          }\n          ...VersionRow_version\n        }\n      }\n      newer: modelVersions(model: $model, filter: $newer, orderBy: [\"version_number ASC\"], first: $first)\n        @include(if: $isLater) {\n        totalCount\n        nodes {\n          id\n          version\n        }\n      }\n    }\n  ": types.VersionsDocument,
    "\n  fragment VersionsSideBySide_compared on VersionsCompared {\n    model {\n      id\n      name\n      task\n      classes {\n        value\n        label\n      }\n      features {\n        name\n        label\n        options {\n          value\n          label\n        }\n      }\n    }\n    versions {\n      id\n      version\n      stage\n      algorithm\n      createdAt\n      createdBy\n      params\n      artifactSha256\n      artifactBytes\n      metrics {\n        name\n        value\n        split\n      }\n      coefficients {\n        feature\n        category\n        class\n        value\n      }\n      dataset {\n        name\n        rows\n        sha256\n      }\n      trainingRun {\n        id\n        testSize\n        seed\n        trainRows\n        testRows\n      }\n    }\n  }\n": types.VersionsSideBySide_ComparedFragmentDoc,
    "\n    query WaitingForApproval($after: String) {\n      proposals(status: PROPOSED, first: 6, after: $after) {\n        totalCount\n        nodes {\n          id\n          ...ProposalWaiting_proposal\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": types.WaitingForApprovalDocument,
    "\n  fragment Refusal_error on Error {\n    code\n    message\n  }\n": types.Refusal_ErrorFragmentDoc,
    "\n    mutation SetAlias($model: String!, $alias: String!, $version: Int!) {\n      setAlias(model: $model, alias: $alias, version: $version) {\n        ...Refusal_error\n      }\n    }\n  ": types.SetAliasDocument,
    "\n    mutation DeleteAlias($model: String!, $alias: String!) {\n      deleteAlias(model: $model, alias: $alias) {\n        ...Refusal_error\n      }\n    }\n  ": types.DeleteAliasDocument,
    "\n    mutation SetTag($model: String!, $key: String!, $value: String!) {\n      setTag(model: $model, key: $key, value: $value) {\n        ...Refusal_error\n      }\n    }\n  ": types.SetTagDocument,
    "\n    mutation DeleteTag($model: String!, $key: String!) {\n      deleteTag(model: $model, key: $key) {\n        ...Refusal_error\n      }\n    }\n  ": types.DeleteTagDocument,
    "\n    mutation RestoreVersion($model: String!, $version: Int!) {\n      restoreVersion(model: $model, version: $version) {\n        ...Stage_version\n        ...Refusal_error\n      }\n    }\n  ": types.RestoreVersionDocument,
    "\n    mutation ArchiveAgain($model: String!, $version: Int!) {\n      archiveVersion(model: $model, version: $version) {\n        ...Stage_version\n        ...Refusal_error\n      }\n    }\n  ": types.ArchiveAgainDocument,
    "\n    mutation RestoreModel($name: String!) {\n      restoreModel(name: $name) {\n        ...Refusal_error\n      }\n    }\n  ": types.RestoreModelDocument,
    "\n  fragment Stage_version on ModelVersion {\n    id\n    stage\n  }\n": types.Stage_VersionFragmentDoc,
    "\n    query WaitingCount {\n      proposals(status: PROPOSED, first: 1) {\n        totalCount\n      }\n    }\n  ": types.WaitingCountDocument,
    "\n    query PaletteModels {\n      models(first: 50) {\n        nodes {\n          id\n          name\n          description\n        }\n      }\n    }\n  ": types.PaletteModelsDocument,
    "\n    query PaletteThreads($search: String!) {\n      threads(first: 6, search: $search) {\n        nodes {\n          id\n          title\n        }\n      }\n    }\n  ": types.PaletteThreadsDocument,
    "\n  fragment FeatureFields_feature on Feature {\n    name\n    kind\n    categories\n    options {\n      value\n      label\n    }\n    unit\n    min\n    max\n    integer\n    required\n    description\n    question\n  }\n": types.FeatureFields_FeatureFragmentDoc,
    "\n  fragment PredictionCard_card on PredictionCard {\n    model\n    version\n    value\n    label\n    probabilities\n    inputs {\n      name\n      title\n      description\n      label\n      evidence\n      weak\n    }\n  }\n": types.PredictionCard_CardFragmentDoc,
    "\n  fragment TryIt_feature on Feature {\n    name\n    kind\n    required\n    min\n    max\n    integer\n    ...FeatureFields_feature\n    ...WhatIf_feature\n  }\n": types.TryIt_FeatureFragmentDoc,
    "\n  fragment WhatIf_feature on Feature {\n    name\n    kind\n    required\n    min\n    max\n    integer\n    unit\n    question\n    ...FeatureFields_feature\n  }\n": types.WhatIf_FeatureFragmentDoc,
    "\n    mutation Predict($input: PredictInput!) {\n      predict(input: $input) {\n        __typename\n        ... on Prediction {\n          model\n          version\n          value\n          probabilities\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.PredictDocument,
    "\n    query Interpret($message: String!) {\n      interpret(message: $message) {\n        source\n        fallback\n      }\n    }\n  ": types.InterpretDocument,
    "\n    query RegistryState {\n      registry {\n        server\n        reachable\n        notShown {\n          name\n          why\n        }\n      }\n    }\n  ": types.RegistryStateDocument,
    "\n  fragment WebhookRow_webhook on Webhook {\n    id\n    url\n    active\n    inactiveReason\n    deliveries(first: 10) {\n      nodes {\n        id\n        event\n        status\n        attempts\n        responseCode\n        error\n        createdAt\n      }\n    }\n  }\n": types.WebhookRow_WebhookFragmentDoc,
    "\n    mutation TestWebhook($id: ID!) {\n      testWebhook(id: $id) {\n        __typename\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.TestWebhookDocument,
    "\n    mutation DeleteWebhook($id: ID!) {\n      deleteWebhook(id: $id) {\n        __typename\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.DeleteWebhookDocument,
    "\n    mutation Redeliver($deliveryId: ID!) {\n      redeliverWebhook(deliveryId: $deliveryId) {\n        __typename\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.RedeliverDocument,
    "\n    query Webhooks {\n      webhooks {\n        id\n        ...WebhookRow_webhook\n      }\n    }\n  ": types.WebhooksDocument,
    "\n    mutation CreateWebhook($url: String!) {\n      createWebhook(url: $url) {\n        __typename\n        ... on WebhookCreated {\n          secret\n          webhook {\n            id\n          }\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.CreateWebhookDocument,
    "\n    query Experiment($id: ID!, $filter: String, $orderBy: [String!], $after: String) {\n      experiment(id: $id) {\n        id\n        name\n        deletedAt\n        tags {\n          key\n          value\n        }\n        runCount(filter: $filter)\n        runs(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {\n          nodes {\n            id\n            ...LoggedRunRow_run\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  ": types.ExperimentDocument,
    "\n    query Experiments($after: String) {\n      experiments(first: 50, after: $after) {\n        nodes {\n          id\n          name\n          createdAt\n          runCount\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": types.ExperimentsDocument,
    "\n    query LoggedRunFiles($id: ID!, $path: String) {\n      loggedRun(id: $id) {\n        id\n        files(path: $path) {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n      }\n    }\n  ": types.LoggedRunFilesDocument,
    "\n    query LoggedModelFiles($id: ID!, $path: String) {\n      loggedModel(id: $id) {\n        id\n        files(path: $path) {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n      }\n    }\n  ": types.LoggedModelFilesDocument,
    "\n    query LoggedModel($id: ID!) {\n      loggedModel(id: $id) {\n        id\n        name\n        status\n        modelType\n        createdAt\n        experiment {\n          id\n          name\n        }\n        run {\n          id\n          name\n        }\n        params {\n          key\n          value\n        }\n        tags {\n          key\n          value\n        }\n        metrics {\n          key\n          ...MetricTable_metric\n        }\n        files {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n        versions {\n          id\n          ...VersionLinks_version\n        }\n      }\n    }\n  ": types.LoggedModelDocument,
    "\n  fragment LoggedRunRow_run on LoggedRun {\n    id\n    name\n    status\n    startedAt\n    endedAt\n    startedBy\n    metrics {\n      key\n      value\n      text\n    }\n    params {\n      key\n      value\n    }\n    versions {\n      id\n      ...VersionLinks_version\n    }\n  }\n": types.LoggedRunRow_RunFragmentDoc,
    "\n    query LoggedRun($id: ID!) {\n      loggedRun(id: $id) {\n        id\n        name\n        status\n        startedBy\n        startedAt\n        endedAt\n        deletedAt\n        experiment {\n          id\n          name\n        }\n        parent {\n          id\n          name\n        }\n        params {\n          key\n          value\n        }\n        tags {\n          key\n          value\n        }\n        metrics {\n          key\n          ...MetricTable_metric\n        }\n        datasets {\n          name\n          digest\n          sourceType\n          source\n          schema\n        }\n        models {\n          use\n          model {\n            id\n            name\n          }\n        }\n        files {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n        versions {\n          id\n          ...VersionLinks_version\n        }\n      }\n    }\n  ": types.LoggedRunDocument,
    "\n  fragment LoggedSource_version on ModelVersion {\n    id\n    version\n    params\n    metrics {\n      name\n      value\n      split\n    }\n    tags {\n      key\n      value\n    }\n    origin {\n      source\n      runId\n      run {\n        id\n        name\n        experiment {\n          id\n        }\n      }\n      loggedModel {\n        id\n        name\n        experiment {\n          id\n        }\n      }\n    }\n  }\n": types.LoggedSource_VersionFragmentDoc,
    "\n  fragment MetricTable_metric on LoggedMetric {\n    key\n    value\n    text\n    step\n    dataset\n  }\n": types.MetricTable_MetricFragmentDoc,
    "\n    query MetricHistory($run: ID!, $key: String!) {\n      loggedRun(id: $run) {\n        id\n        metricHistory(key: $key) {\n          count\n          points {\n            value\n            step\n          }\n        }\n      }\n    }\n  ": types.MetricHistoryDocument,
    "\n  fragment VersionLinks_version on ModelVersion {\n    id\n    version\n    stage\n    model {\n      id\n      name\n    }\n  }\n": types.VersionLinks_VersionFragmentDoc,
    "\n    query Trainable {\n      models(first: 200) {\n        nodes {\n          id\n          name\n          description\n          task\n          trainable\n        }\n      }\n      trainingOptions {\n        untrained {\n          name\n          description\n          task\n        }\n      }\n    }\n  ": types.TrainableDocument,
    "\n    query Runs($first: Int!, $after: String, $model: String) {\n      trainingRuns(first: $first, after: $after, model: $model) {\n        totalCount\n        nodes {\n          id\n          status\n          ...RunRow_run\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  ": types.RunsDocument,
    "\n  fragment RunRow_run on TrainingRun {\n    id\n    model\n    status\n    progress\n    algorithm\n    testSize\n    seed\n    error\n    queuedAt\n    startedAt\n    finishedAt\n    metrics {\n      name\n      value\n      split\n    }\n    version {\n      id\n      version\n    }\n  }\n": types.RunRow_RunFragmentDoc,
    "\n    query Run($id: ID!) {\n      trainingRun(id: $id) {\n        id\n        model\n        status\n        algorithm\n        testSize\n        seed\n        params\n        dataset {\n          name\n        }\n        ...TrainingRunCard_run\n        ...RunSettings_run\n      }\n    }\n  ": types.RunDocument,
    "\n  fragment RunSettings_run on TrainingRun {\n    id\n    algorithm\n    testSize\n    seed\n    params\n    rows\n    trainRows\n    testRows\n    queuedAt\n    startedAt\n    finishedAt\n    dataset {\n      name\n    }\n  }\n": types.RunSettings_RunFragmentDoc,
    "\n    query TrainedModels {\n      models(first: 200) {\n        nodes {\n          id\n          name\n        }\n      }\n    }\n  ": types.TrainedModelsDocument,
    "\n    query TrainForm($model: String!) {\n      trainingRuns(first: 1, model: $model) {\n        nodes {\n          id\n          ...TrainingRunCard_run\n        }\n      }\n    }\n  ": types.TrainFormDocument,
    "\n  fragment TrainingCard_card on TrainingCard {\n    runId\n    run {\n      id\n      ...TrainingRunCard_run\n    }\n  }\n": types.TrainingCard_CardFragmentDoc,
    "\n  fragment TrainingRunCard_run on TrainingRun {\n    id\n    model\n    status\n    progress\n    algorithm\n    testSize\n    seed\n    rows\n    trainRows\n    testRows\n    error\n    metrics {\n      name\n      value\n      split\n      ...MetricList_metric\n    }\n    version {\n      id\n      version\n      stage\n    }\n    events {\n      seq\n      type\n      message\n      at\n      metrics {\n        name\n        value\n        split\n      }\n    }\n  }\n": types.TrainingRunCard_RunFragmentDoc,
    "\n    mutation CancelTraining($runId: ID!) {\n      cancelTraining(runId: $runId) {\n        __typename\n        ... on TrainingRun {\n          id\n          ...TrainingRunCard_run\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.CancelTrainingDocument,
    "\n    mutation TrainModel($input: TrainModelInput!) {\n      trainModel(input: $input) {\n        __typename\n        ... on TrainingRun {\n          id\n          ...TrainingRunCard_run\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  ": types.TrainModelDocument,
    "\n    subscription TrainingProgress($runId: ID!, $after: Int) {\n      trainingProgress(runId: $runId, after: $after) {\n        seq\n        runId\n        type\n        progress\n        message\n        at\n        metrics {\n          name\n          value\n          split\n        }\n      }\n    }\n  ": types.TrainingProgressDocument,
    "\n    query TrainingRun($id: ID!) {\n      trainingRun(id: $id) {\n        id\n        ...TrainingRunCard_run\n      }\n    }\n  ": types.TrainingRunDocument,
    "\n    query TrainingSettings {\n      trainingOptions {\n        testSize\n        smallestTestSize\n        largestTestSize\n        seed\n        algorithms {\n          name\n          tasks\n        }\n      }\n    }\n  ": types.TrainingSettingsDocument,
    "\n    fragment TrainingProgress_run on TrainingRun {\n      id\n      status\n      progress\n    }\n  ": types.TrainingProgress_RunFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditEventDetails_event on AuditEvent {\n    id\n    at\n    message\n    answer\n    threadId\n    requestId\n    details\n    before\n    after\n    hash\n    previousHash\n  }\n"): typeof import('./graphql').AuditEventDetails_EventFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditEventRow_event on AuditEvent {\n    id\n    seq\n    at\n    actor {\n      id\n      name\n    }\n    action\n    outcome\n    subject\n    version\n    summary\n    message\n    answer\n    threadId\n    ...AuditEventDetails_event\n  }\n"): typeof import('./graphql').AuditEventRow_EventFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditEventTable_event on AuditEvent {\n    id\n    ...AuditEventRow_event\n  }\n"): typeof import('./graphql').AuditEventTable_EventFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query AuditLog(\n      $first: Int!\n      $after: String\n      $subject: String\n      $actor: String\n      $action: AuditAction\n      $outcome: AuditOutcome\n      $since: DateTime\n      $until: DateTime\n    ) {\n      auditLog(\n        first: $first\n        after: $after\n        subject: $subject\n        actor: $actor\n        action: $action\n        outcome: $outcome\n        since: $since\n        until: $until\n      ) {\n        nodes {\n          id\n          ...AuditEventTable_event\n        }\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  "): typeof import('./graphql').AuditLogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditTable_card on AuditTable {\n    events {\n      id\n      ...AuditEventTable_event\n    }\n  }\n"): typeof import('./graphql').AuditTable_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query VerifyAuditLog {\n      verifyAuditLog {\n        valid\n        checked\n        brokenAt\n        reason\n        headHash\n      }\n    }\n  "): typeof import('./graphql').VerifyAuditLogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditExport(\n    $after: String\n    $subject: String\n    $actor: String\n    $action: AuditAction\n    $outcome: AuditOutcome\n    $since: DateTime\n    $until: DateTime\n  ) {\n    auditLog(\n      first: 500\n      after: $after\n      subject: $subject\n      actor: $actor\n      action: $action\n      outcome: $outcome\n      since: $since\n      until: $until\n    ) {\n      nodes {\n        seq\n        id\n        at\n        actor {\n          id\n          name\n        }\n        action\n        outcome\n        subject\n        version\n        summary\n        message\n        answer\n        threadId\n        turnId\n        requestId\n        details\n        before\n        after\n        previousHash\n        hash\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').AuditExportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CardSwitch_card on Card {\n    __typename\n    ...ModelTable_card\n    ...VersionCard_card\n    ...VersionComparison_card\n    ...FeatureForm_card\n    ...ConfirmationCard_card\n    ...ChoiceCard_card\n    ...TrainingCard_card\n    ...PredictionCard_card\n    ...AuditTable_card\n    ...HelpCard_card\n  }\n"): typeof import('./graphql').CardSwitch_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChoiceCard_card on ChoiceCard {\n    requestId\n    question\n    status\n    options {\n      value\n      label\n    }\n  }\n"): typeof import('./graphql').ChoiceCard_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConfirmationCard_card on ConfirmationCard {\n    requestId\n    title\n    effects\n    destructive\n    digest\n    expiresAt\n    status\n    gates {\n      name\n      ...PlanDetails_gate\n    }\n  }\n"): typeof import('./graphql').ConfirmationCard_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Conversation_thread on ChatThread {\n    id\n    turns(last: $last) {\n      nodes {\n        id\n        suggestions\n        cards {\n          __typename\n          ... on TrainingCard {\n            run {\n              id\n              model\n              status\n              version {\n                id\n                stage\n              }\n            }\n          }\n          ... on ModelTable {\n            rows {\n              name\n              production\n              latest\n            }\n            trainable {\n              command\n            }\n          }\n          ... on HelpCard {\n            said: suggestions\n          }\n          ... on ConfirmationCard {\n            requestId\n          }\n          ... on ChoiceCard {\n            requestId\n          }\n          ... on FeatureForm {\n            requestId\n          }\n        }\n        ...Turn_turn\n      }\n      pageInfo {\n        hasPreviousPage\n        startCursor\n      }\n    }\n  }\n"): typeof import('./graphql').Conversation_ThreadFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query ThreadSize($id: ID!) {\n      thread(id: $id) {\n        id\n        turns(last: 1) {\n          totalCount\n        }\n      }\n    }\n  "): typeof import('./graphql').ThreadSizeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteThread($id: ID!) {\n      deleteThread(id: $id) {\n        __typename\n        ... on DeletedThread {\n          id\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').DeleteThreadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RestoreThread($id: ID!) {\n      restoreThread(id: $id) {\n        __typename\n        ... on ChatThread {\n          id\n          title\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').RestoreThreadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query EarlierTurns($id: ID!, $last: Int!, $before: String!) {\n      thread(id: $id) {\n        id\n        turns(last: $last, before: $before) {\n          nodes {\n            id\n            cards {\n              __typename\n              ... on ConfirmationCard {\n                requestId\n              }\n              ... on ChoiceCard {\n                requestId\n              }\n              ... on FeatureForm {\n                requestId\n              }\n            }\n            ...Turn_turn\n          }\n          pageInfo {\n            hasPreviousPage\n            startCursor\n          }\n        }\n      }\n    }\n  "): typeof import('./graphql').EarlierTurnsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Suggestions {\n      suggestions\n    }\n  "): typeof import('./graphql').SuggestionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FeatureForm_card on FeatureForm {\n    requestId\n    model\n    version\n    values\n    missing\n    status\n    features {\n      name\n      kind\n      required\n      min\n      max\n      integer\n      ...FeatureFields_feature\n    }\n    weak {\n      slot\n      text\n    }\n  }\n"): typeof import('./graphql').FeatureForm_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HelpCard_card on HelpCard {\n    title\n    suggestions\n  }\n"): typeof import('./graphql').HelpCard_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RenameThread($id: ID!, $title: String!) {\n      renameThread(id: $id, title: $title) {\n        __typename\n        ... on ChatThread {\n          id\n          title\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').RenameThreadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Threads($first: Int!, $after: String, $search: String) {\n      threads(first: $first, after: $after, search: $search) {\n        nodes {\n          id\n          title\n          updatedAt\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  "): typeof import('./graphql').ThreadsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Thread($id: ID!, $last: Int!) {\n      thread(id: $id) {\n        id\n        title\n        lastSeq\n        turns(last: $last) {\n          nodes {\n            id\n            message\n            pending {\n              id\n              status\n            }\n          }\n        }\n        waiting {\n          id\n          message\n        }\n        ...Conversation_thread\n      }\n    }\n  "): typeof import('./graphql').ThreadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Turn_turn on ChatTurn {\n    id\n    threadId\n    message\n    status\n    kind\n    content\n    createdAt\n    suggestions\n    pending {\n      id\n      status\n    }\n    cards {\n      __typename\n      ... on ConfirmationCard {\n        requestId\n        effects\n      }\n      ... on ChoiceCard {\n        requestId\n        question\n      }\n      ... on FeatureForm {\n        requestId\n        status\n        features {\n          question\n        }\n      }\n      ...TurnCard_card\n    }\n    interpretation {\n      ...Understanding_interpretation\n    }\n  }\n"): typeof import('./graphql').Turn_TurnFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TurnCard_card on Card {\n    __typename\n    ...CardSwitch_card\n  }\n"): typeof import('./graphql').TurnCard_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Understanding_interpretation on Interpretation {\n    source\n    fallback\n    intents {\n      intent\n      confidence\n      slots\n      missing\n      evidence {\n        slot\n        value\n        text\n        start\n        end\n        weak\n      }\n      problems {\n        slot\n        text\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').Understanding_InterpretationFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation StopReply($turnId: ID!) {\n      stopReply(turnId: $turnId) {\n        __typename\n        ... on ChatTurn {\n          id\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').StopReplyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation Answer($requestId: ID!, $values: JSON!) {\n      answer(requestId: $requestId, values: $values) {\n        __typename\n        ... on ChatTurn {\n          id\n          threadId\n          ...Turn_turn\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').AnswerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    subscription ChatReply($threadId: ID!, $after: Int) {\n      chatReply(threadId: $threadId, after: $after) {\n        seq\n        turnId\n        type\n        payload\n      }\n    }\n  "): typeof import('./graphql').ChatReplyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Turn($id: ID!) {\n      turn(id: $id) {\n        id\n        threadId\n        status\n        content\n        pending {\n          id\n          status\n        }\n        ...Turn_turn\n      }\n    }\n  "): typeof import('./graphql').TurnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation Send($input: ChatInput!) {\n      chat(input: $input) {\n        __typename\n        ... on ChatTurn {\n          id\n          threadId\n          ...Turn_turn\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').SendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query FirstSteps {\n      models(first: 1) {\n        totalCount\n        nodes {\n          id\n          name\n          versions(first: 1) {\n            nodes {\n              id\n              version\n            }\n          }\n        }\n      }\n      promotions: auditLog(first: 0, action: promoteVersion, outcome: DONE) {\n        totalCount\n      }\n      trainingOptions {\n        untrained {\n          name\n        }\n      }\n      suggestions\n    }\n  "): typeof import('./graphql').FirstStepsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Viewer {\n      viewer {\n        actor {\n          id\n          name\n        }\n        role\n        permissions\n      }\n    }\n  "): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Plan($action: PlannedAction!, $model: String!, $version: Int) {\n      plan(action: $action, model: $model, version: $version) {\n        __typename\n        ... on ActionPlan {\n          question\n          effects\n          digest\n          gates {\n            name\n            ...PlanDetails_gate\n          }\n        }\n        ... on GatesFailedError {\n          gates {\n            name\n            ...PlanDetails_gate\n          }\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').PlanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query ActiveModel {\n      activeModel {\n        id\n        version\n        model {\n          id\n          name\n        }\n        metrics {\n          name\n          value\n          split\n        }\n      }\n      models(first: 20) {\n        nodes {\n          id\n          name\n          production {\n            id\n            version\n          }\n          versions(first: 1) {\n            nodes {\n              id\n              version\n              stage\n            }\n          }\n        }\n      }\n    }\n  "): typeof import('./graphql').ActiveModelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    subscription ModelEvents {\n      modelEvents {\n        seq\n        type\n        model\n        version\n        name\n        actor\n        at\n      }\n    }\n  "): typeof import('./graphql').ModelEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ArchiveVersion($model: String!, $version: Int!, $planDigest: String!, $comment: String) {\n      archiveVersion(model: $model, version: $version, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').ArchiveVersionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Compare($model: String!, $versions: [Int!]!) {\n      compareVersions(model: $model, versions: $versions) {\n        __typename\n        ... on VersionsCompared {\n          versions {\n            id\n            version\n          }\n          ...VersionsSideBySide_compared\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n      model(name: $model) {\n        id\n        versions(first: 50) {\n          nodes {\n            id\n            version\n            stage\n          }\n        }\n      }\n    }\n  "): typeof import('./graphql').CompareDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SetDescription($model: String!, $version: Int, $description: String!) {\n      setDescription(model: $model, version: $version, description: $description) {\n        __typename\n        ... on Model {\n          id\n          description\n        }\n        ... on ModelVersion {\n          id\n          description\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').SetDescriptionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query DifferingRows($model: String!, $versions: [Int!]!, $rows: ComparedRows!) {\n      compareVersions(model: $model, versions: $versions) {\n        __typename\n        ... on VersionsCompared {\n          holdoutDifferences(rows: $rows, first: 50) {\n            __typename\n            ... on HoldoutDifferences {\n              compared\n              heldOutByAll\n              total\n              rows {\n                row\n                features\n                truth\n                predictions {\n                  version\n                  heldOut\n                  value\n                  probabilities\n                }\n              }\n            }\n            ... on Error {\n              code\n              message\n            }\n          }\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').DifferingRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FeatureList_feature on Feature {\n    name\n    kind\n    categories\n    options {\n      value\n      label\n    }\n    unit\n    min\n    max\n    required\n    description\n  }\n"): typeof import('./graphql').FeatureList_FeatureFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MetricList_metric on Metric {\n    name\n    value\n    split\n  }\n"): typeof import('./graphql').MetricList_MetricFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MetricsOverVersions_model on Model {\n    id\n    versions(first: 50) {\n      nodes {\n        id\n        version\n        metrics {\n          name\n          value\n          split\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').MetricsOverVersions_ModelFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ModelActions_model on Model {\n    id\n    name\n    description\n    versions(first: 50) {\n      nodes {\n        id\n        stage\n        promotedAt\n      }\n    }\n  }\n"): typeof import('./graphql').ModelActions_ModelFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query ModelCard($model: String!, $version: Int!) {\n      modelVersion(model: $model, version: $version) {\n        id\n        card\n      }\n    }\n  "): typeof import('./graphql').ModelCardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ModelLabels_model on Model {\n    id\n    name\n    aliases {\n      name\n      version {\n        id\n        version\n      }\n    }\n    tags {\n      key\n      value\n    }\n  }\n"): typeof import('./graphql').ModelLabels_ModelFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Models($first: Int!, $after: String, $search: String, $stage: Stage) {\n      models(first: $first, after: $after, search: $search, stage: $stage) {\n        nodes {\n          id\n          ...ModelSummary_model\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  "): typeof import('./graphql').ModelsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Model($name: String!) {\n      model(name: $name) {\n        id\n        name\n        description\n        target\n        task\n        trainable\n        classes {\n          value\n          label\n        }\n        ...ModelActions_model\n        ...VersionTable_model\n        ...MetricsOverVersions_model\n        ...StageTimeline_model\n        ...ModelLabels_model\n        ...PolicyCard_model\n        features {\n          ...FeatureList_feature\n          ...TryIt_feature\n        }\n        newest: versions(first: 1) {\n          nodes {\n            id\n            version\n            stage\n            ...LoggedSource_version\n          }\n        }\n        production {\n          id\n          version\n          stage\n          algorithm\n          promotedAt\n          createdBy\n          metrics {\n            ...MetricList_metric\n          }\n          ...Provenance_version\n          ...LoggedSource_version\n        }\n      }\n    }\n  "): typeof import('./graphql').ModelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ModelSummary_model on Model {\n    id\n    name\n    description\n    task\n    production {\n      id\n      version\n      metrics {\n        name\n        value\n        split\n      }\n    }\n    versions(first: 1) {\n      totalCount\n      nodes {\n        id\n        version\n        stage\n      }\n    }\n  }\n"): typeof import('./graphql').ModelSummary_ModelFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ModelTable_card on ModelTable {\n    rows {\n      name\n      description\n      versions\n      production\n      latest\n      metric {\n        name\n        value\n        split\n      }\n    }\n    trainable {\n      name\n      description\n      command\n    }\n  }\n"): typeof import('./graphql').ModelTable_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PlanDetails_gate on Gate {\n    name\n    passed\n    detail\n  }\n"): typeof import('./graphql').PlanDetails_GateFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PolicyCard_model on Model {\n    id\n    name\n    task\n    policy {\n      approvals\n      changedAt\n      changedBy\n      description\n      metrics {\n        name\n        atLeast\n        atMost\n      }\n      notWorse {\n        metric\n        tolerance\n      }\n      parity\n      revision\n    }\n  }\n"): typeof import('./graphql').PolicyCard_ModelFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SetPolicy($input: SetPolicyInput!, $comment: String) {\n      setPolicy(input: $input, comment: $comment) {\n        __typename\n        ... on Model {\n          id\n          ...PolicyCard_model\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').SetPolicyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query ProductionThen($model: String!, $at: DateTime!) {\n      productionAt(model: $model, at: $at) {\n        id\n        version\n      }\n      modelHistory(model: $model, until: $at, first: 200) {\n        nodes {\n          id\n          to\n          version\n          actor\n          at\n          message\n          comment\n        }\n      }\n    }\n  "): typeof import('./graphql').ProductionThenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation PromoteVersion($model: String!, $version: Int!, $planDigest: String!, $comment: String) {\n      promoteVersion(model: $model, version: $version, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Proposal {\n          id\n          status\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').PromoteVersionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProposalWaiting_proposal on Proposal {\n    id\n    effects\n    own\n    proposedBy\n    proposedAt\n    expiresAt\n    comment\n    model {\n      id\n      name\n    }\n    version {\n      id\n      version\n    }\n    gates {\n      name\n      ...PlanDetails_gate\n    }\n  }\n"): typeof import('./graphql').ProposalWaiting_ProposalFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ApproveProposal($id: ID!, $comment: String) {\n      approveProposal(id: $id, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').ApproveProposalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RejectProposal($id: ID!, $comment: String) {\n      rejectProposal(id: $id, comment: $comment) {\n        __typename\n        ... on Proposal {\n          id\n          status\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').RejectProposalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query ProposalsWaiting($model: String!) {\n      proposals(model: $model, status: PROPOSED) {\n        nodes {\n          id\n          ...ProposalWaiting_proposal\n        }\n      }\n    }\n  "): typeof import('./graphql').ProposalsWaitingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Provenance_version on ModelVersion {\n    id\n    params\n    artifactSha256\n    artifactBytes\n    problem\n    dataset {\n      name\n      sha256\n      rows\n    }\n    trainingRun {\n      id\n      rows\n      trainRows\n      testRows\n      testSize\n      seed\n    }\n  }\n"): typeof import('./graphql').Provenance_VersionFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RemoveModel($name: String!, $confirmName: String!, $planDigest: String!, $comment: String) {\n      removeModel(name: $name, confirmName: $confirmName, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on RemovedModel {\n          name\n          versions\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').RemoveModelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query RemovedModels {\n      removedModels {\n        name\n        removedAt\n        restorableUntil\n        versions\n      }\n    }\n  "): typeof import('./graphql').RemovedModelsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Reproductions($model: String!, $version: Int!) {\n      modelVersion(model: $model, version: $version) {\n        id\n        lineage {\n          run {\n            id\n            environment {\n              modelwright\n              node\n              onnxruntime\n              platform\n            }\n          }\n          reproductions {\n            id\n            status\n            message\n            outcome\n            finishedAt\n            report {\n              rows\n              largestDifference\n              differingRows\n            }\n          }\n        }\n      }\n    }\n  "): typeof import('./graphql').ReproductionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation Reproduce($model: String!, $version: Int!) {\n      reproduceVersion(model: $model, version: $version) {\n        __typename\n        ... on Reproduction {\n          id\n          status\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').ReproduceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation Rollback($model: String!, $planDigest: String!, $comment: String) {\n      rollback(model: $model, planDigest: $planDigest, comment: $comment) {\n        __typename\n        ... on ModelVersion {\n          id\n          version\n          stage\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').RollbackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StageTimeline_model on Model {\n    id\n    name\n    stageHistory {\n      id\n      version\n      to\n      reason\n      actor\n      comment\n      at\n    }\n  }\n"): typeof import('./graphql').StageTimeline_ModelFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query UnservedModels($name: String) {\n      registry {\n        notShown(name: $name) {\n          name\n          why\n          since\n        }\n      }\n    }\n  "): typeof import('./graphql').UnservedModelsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query UntrainedModels {\n      trainingOptions {\n        untrained {\n          name\n          description\n          task\n        }\n      }\n    }\n  "): typeof import('./graphql').UntrainedModelsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VersionActions_version on ModelVersion {\n    id\n    version\n    stage\n    description\n  }\n"): typeof import('./graphql').VersionActions_VersionFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VersionCard_card on VersionCard {\n    model\n    version\n    stage\n    algorithm\n    createdAt\n    createdBy\n    metrics {\n      ...MetricList_metric\n    }\n    features {\n      ...FeatureList_feature\n    }\n    dataset {\n      name\n      rows\n      sha256\n    }\n  }\n"): typeof import('./graphql').VersionCard_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VersionComparison_card on VersionComparison {\n    model\n    versions {\n      version\n      stage\n      algorithm\n      createdAt\n      metrics {\n        name\n        value\n        split\n      }\n    }\n  }\n"): typeof import('./graphql').VersionComparison_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VersionRow_version on ModelVersion {\n    id\n    version\n    stage\n    algorithm\n    createdAt\n    createdBy\n    description\n    metrics {\n      name\n      value\n      split\n    }\n    ...VersionActions_version\n  }\n"): typeof import('./graphql').VersionRow_VersionFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VersionTable_model on Model {\n    id\n    name\n    newest: versions(first: 1) {\n      totalCount\n    }\n  }\n"): typeof import('./graphql').VersionTable_ModelFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Versions($model: String!, $first: Int!, $filter: String, $isLater: Boolean!, $newer: String) {\n      versions: modelVersions(model: $model, filter: $filter, orderBy: [\"version_number DESC\"], first: $first) {\n        totalCount\n        nodes {\n          id\n          version\n          algorithm\n          metrics {\n            name\n            value\n            split\n          }\n          ...VersionRow_version\n        }\n      }\n      newer: modelVersions(model: $model, filter: $newer, orderBy: [\"version_number ASC\"], first: $first)\n        @include(if: $isLater) {\n        totalCount\n        nodes {\n          id\n          version\n        }\n      }\n    }\n  "): typeof import('./graphql').VersionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VersionsSideBySide_compared on VersionsCompared {\n    model {\n      id\n      name\n      task\n      classes {\n        value\n        label\n      }\n      features {\n        name\n        label\n        options {\n          value\n          label\n        }\n      }\n    }\n    versions {\n      id\n      version\n      stage\n      algorithm\n      createdAt\n      createdBy\n      params\n      artifactSha256\n      artifactBytes\n      metrics {\n        name\n        value\n        split\n      }\n      coefficients {\n        feature\n        category\n        class\n        value\n      }\n      dataset {\n        name\n        rows\n        sha256\n      }\n      trainingRun {\n        id\n        testSize\n        seed\n        trainRows\n        testRows\n      }\n    }\n  }\n"): typeof import('./graphql').VersionsSideBySide_ComparedFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query WaitingForApproval($after: String) {\n      proposals(status: PROPOSED, first: 6, after: $after) {\n        totalCount\n        nodes {\n          id\n          ...ProposalWaiting_proposal\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  "): typeof import('./graphql').WaitingForApprovalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Refusal_error on Error {\n    code\n    message\n  }\n"): typeof import('./graphql').Refusal_ErrorFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SetAlias($model: String!, $alias: String!, $version: Int!) {\n      setAlias(model: $model, alias: $alias, version: $version) {\n        ...Refusal_error\n      }\n    }\n  "): typeof import('./graphql').SetAliasDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteAlias($model: String!, $alias: String!) {\n      deleteAlias(model: $model, alias: $alias) {\n        ...Refusal_error\n      }\n    }\n  "): typeof import('./graphql').DeleteAliasDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SetTag($model: String!, $key: String!, $value: String!) {\n      setTag(model: $model, key: $key, value: $value) {\n        ...Refusal_error\n      }\n    }\n  "): typeof import('./graphql').SetTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteTag($model: String!, $key: String!) {\n      deleteTag(model: $model, key: $key) {\n        ...Refusal_error\n      }\n    }\n  "): typeof import('./graphql').DeleteTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RestoreVersion($model: String!, $version: Int!) {\n      restoreVersion(model: $model, version: $version) {\n        ...Stage_version\n        ...Refusal_error\n      }\n    }\n  "): typeof import('./graphql').RestoreVersionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ArchiveAgain($model: String!, $version: Int!) {\n      archiveVersion(model: $model, version: $version) {\n        ...Stage_version\n        ...Refusal_error\n      }\n    }\n  "): typeof import('./graphql').ArchiveAgainDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RestoreModel($name: String!) {\n      restoreModel(name: $name) {\n        ...Refusal_error\n      }\n    }\n  "): typeof import('./graphql').RestoreModelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Stage_version on ModelVersion {\n    id\n    stage\n  }\n"): typeof import('./graphql').Stage_VersionFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query WaitingCount {\n      proposals(status: PROPOSED, first: 1) {\n        totalCount\n      }\n    }\n  "): typeof import('./graphql').WaitingCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query PaletteModels {\n      models(first: 50) {\n        nodes {\n          id\n          name\n          description\n        }\n      }\n    }\n  "): typeof import('./graphql').PaletteModelsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query PaletteThreads($search: String!) {\n      threads(first: 6, search: $search) {\n        nodes {\n          id\n          title\n        }\n      }\n    }\n  "): typeof import('./graphql').PaletteThreadsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FeatureFields_feature on Feature {\n    name\n    kind\n    categories\n    options {\n      value\n      label\n    }\n    unit\n    min\n    max\n    integer\n    required\n    description\n    question\n  }\n"): typeof import('./graphql').FeatureFields_FeatureFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PredictionCard_card on PredictionCard {\n    model\n    version\n    value\n    label\n    probabilities\n    inputs {\n      name\n      title\n      description\n      label\n      evidence\n      weak\n    }\n  }\n"): typeof import('./graphql').PredictionCard_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TryIt_feature on Feature {\n    name\n    kind\n    required\n    min\n    max\n    integer\n    ...FeatureFields_feature\n    ...WhatIf_feature\n  }\n"): typeof import('./graphql').TryIt_FeatureFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WhatIf_feature on Feature {\n    name\n    kind\n    required\n    min\n    max\n    integer\n    unit\n    question\n    ...FeatureFields_feature\n  }\n"): typeof import('./graphql').WhatIf_FeatureFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation Predict($input: PredictInput!) {\n      predict(input: $input) {\n        __typename\n        ... on Prediction {\n          model\n          version\n          value\n          probabilities\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').PredictDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Interpret($message: String!) {\n      interpret(message: $message) {\n        source\n        fallback\n      }\n    }\n  "): typeof import('./graphql').InterpretDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query RegistryState {\n      registry {\n        server\n        reachable\n        notShown {\n          name\n          why\n        }\n      }\n    }\n  "): typeof import('./graphql').RegistryStateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookRow_webhook on Webhook {\n    id\n    url\n    active\n    inactiveReason\n    deliveries(first: 10) {\n      nodes {\n        id\n        event\n        status\n        attempts\n        responseCode\n        error\n        createdAt\n      }\n    }\n  }\n"): typeof import('./graphql').WebhookRow_WebhookFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation TestWebhook($id: ID!) {\n      testWebhook(id: $id) {\n        __typename\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').TestWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteWebhook($id: ID!) {\n      deleteWebhook(id: $id) {\n        __typename\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').DeleteWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation Redeliver($deliveryId: ID!) {\n      redeliverWebhook(deliveryId: $deliveryId) {\n        __typename\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').RedeliverDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Webhooks {\n      webhooks {\n        id\n        ...WebhookRow_webhook\n      }\n    }\n  "): typeof import('./graphql').WebhooksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CreateWebhook($url: String!) {\n      createWebhook(url: $url) {\n        __typename\n        ... on WebhookCreated {\n          secret\n          webhook {\n            id\n          }\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').CreateWebhookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Experiment($id: ID!, $filter: String, $orderBy: [String!], $after: String) {\n      experiment(id: $id) {\n        id\n        name\n        deletedAt\n        tags {\n          key\n          value\n        }\n        runCount(filter: $filter)\n        runs(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {\n          nodes {\n            id\n            ...LoggedRunRow_run\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  "): typeof import('./graphql').ExperimentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Experiments($after: String) {\n      experiments(first: 50, after: $after) {\n        nodes {\n          id\n          name\n          createdAt\n          runCount\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  "): typeof import('./graphql').ExperimentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query LoggedRunFiles($id: ID!, $path: String) {\n      loggedRun(id: $id) {\n        id\n        files(path: $path) {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n      }\n    }\n  "): typeof import('./graphql').LoggedRunFilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query LoggedModelFiles($id: ID!, $path: String) {\n      loggedModel(id: $id) {\n        id\n        files(path: $path) {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n      }\n    }\n  "): typeof import('./graphql').LoggedModelFilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query LoggedModel($id: ID!) {\n      loggedModel(id: $id) {\n        id\n        name\n        status\n        modelType\n        createdAt\n        experiment {\n          id\n          name\n        }\n        run {\n          id\n          name\n        }\n        params {\n          key\n          value\n        }\n        tags {\n          key\n          value\n        }\n        metrics {\n          key\n          ...MetricTable_metric\n        }\n        files {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n        versions {\n          id\n          ...VersionLinks_version\n        }\n      }\n    }\n  "): typeof import('./graphql').LoggedModelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LoggedRunRow_run on LoggedRun {\n    id\n    name\n    status\n    startedAt\n    endedAt\n    startedBy\n    metrics {\n      key\n      value\n      text\n    }\n    params {\n      key\n      value\n    }\n    versions {\n      id\n      ...VersionLinks_version\n    }\n  }\n"): typeof import('./graphql').LoggedRunRow_RunFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query LoggedRun($id: ID!) {\n      loggedRun(id: $id) {\n        id\n        name\n        status\n        startedBy\n        startedAt\n        endedAt\n        deletedAt\n        experiment {\n          id\n          name\n        }\n        parent {\n          id\n          name\n        }\n        params {\n          key\n          value\n        }\n        tags {\n          key\n          value\n        }\n        metrics {\n          key\n          ...MetricTable_metric\n        }\n        datasets {\n          name\n          digest\n          sourceType\n          source\n          schema\n        }\n        models {\n          use\n          model {\n            id\n            name\n          }\n        }\n        files {\n          name\n          path\n          folder\n          bytes\n          url\n        }\n        versions {\n          id\n          ...VersionLinks_version\n        }\n      }\n    }\n  "): typeof import('./graphql').LoggedRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LoggedSource_version on ModelVersion {\n    id\n    version\n    params\n    metrics {\n      name\n      value\n      split\n    }\n    tags {\n      key\n      value\n    }\n    origin {\n      source\n      runId\n      run {\n        id\n        name\n        experiment {\n          id\n        }\n      }\n      loggedModel {\n        id\n        name\n        experiment {\n          id\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').LoggedSource_VersionFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MetricTable_metric on LoggedMetric {\n    key\n    value\n    text\n    step\n    dataset\n  }\n"): typeof import('./graphql').MetricTable_MetricFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query MetricHistory($run: ID!, $key: String!) {\n      loggedRun(id: $run) {\n        id\n        metricHistory(key: $key) {\n          count\n          points {\n            value\n            step\n          }\n        }\n      }\n    }\n  "): typeof import('./graphql').MetricHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VersionLinks_version on ModelVersion {\n    id\n    version\n    stage\n    model {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').VersionLinks_VersionFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Trainable {\n      models(first: 200) {\n        nodes {\n          id\n          name\n          description\n          task\n          trainable\n        }\n      }\n      trainingOptions {\n        untrained {\n          name\n          description\n          task\n        }\n      }\n    }\n  "): typeof import('./graphql').TrainableDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Runs($first: Int!, $after: String, $model: String) {\n      trainingRuns(first: $first, after: $after, model: $model) {\n        totalCount\n        nodes {\n          id\n          status\n          ...RunRow_run\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  "): typeof import('./graphql').RunsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunRow_run on TrainingRun {\n    id\n    model\n    status\n    progress\n    algorithm\n    testSize\n    seed\n    error\n    queuedAt\n    startedAt\n    finishedAt\n    metrics {\n      name\n      value\n      split\n    }\n    version {\n      id\n      version\n    }\n  }\n"): typeof import('./graphql').RunRow_RunFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query Run($id: ID!) {\n      trainingRun(id: $id) {\n        id\n        model\n        status\n        algorithm\n        testSize\n        seed\n        params\n        dataset {\n          name\n        }\n        ...TrainingRunCard_run\n        ...RunSettings_run\n      }\n    }\n  "): typeof import('./graphql').RunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunSettings_run on TrainingRun {\n    id\n    algorithm\n    testSize\n    seed\n    params\n    rows\n    trainRows\n    testRows\n    queuedAt\n    startedAt\n    finishedAt\n    dataset {\n      name\n    }\n  }\n"): typeof import('./graphql').RunSettings_RunFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query TrainedModels {\n      models(first: 200) {\n        nodes {\n          id\n          name\n        }\n      }\n    }\n  "): typeof import('./graphql').TrainedModelsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query TrainForm($model: String!) {\n      trainingRuns(first: 1, model: $model) {\n        nodes {\n          id\n          ...TrainingRunCard_run\n        }\n      }\n    }\n  "): typeof import('./graphql').TrainFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TrainingCard_card on TrainingCard {\n    runId\n    run {\n      id\n      ...TrainingRunCard_run\n    }\n  }\n"): typeof import('./graphql').TrainingCard_CardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TrainingRunCard_run on TrainingRun {\n    id\n    model\n    status\n    progress\n    algorithm\n    testSize\n    seed\n    rows\n    trainRows\n    testRows\n    error\n    metrics {\n      name\n      value\n      split\n      ...MetricList_metric\n    }\n    version {\n      id\n      version\n      stage\n    }\n    events {\n      seq\n      type\n      message\n      at\n      metrics {\n        name\n        value\n        split\n      }\n    }\n  }\n"): typeof import('./graphql').TrainingRunCard_RunFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CancelTraining($runId: ID!) {\n      cancelTraining(runId: $runId) {\n        __typename\n        ... on TrainingRun {\n          id\n          ...TrainingRunCard_run\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').CancelTrainingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation TrainModel($input: TrainModelInput!) {\n      trainModel(input: $input) {\n        __typename\n        ... on TrainingRun {\n          id\n          ...TrainingRunCard_run\n        }\n        ... on Error {\n          code\n          message\n        }\n      }\n    }\n  "): typeof import('./graphql').TrainModelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    subscription TrainingProgress($runId: ID!, $after: Int) {\n      trainingProgress(runId: $runId, after: $after) {\n        seq\n        runId\n        type\n        progress\n        message\n        at\n        metrics {\n          name\n          value\n          split\n        }\n      }\n    }\n  "): typeof import('./graphql').TrainingProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query TrainingRun($id: ID!) {\n      trainingRun(id: $id) {\n        id\n        ...TrainingRunCard_run\n      }\n    }\n  "): typeof import('./graphql').TrainingRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query TrainingSettings {\n      trainingOptions {\n        testSize\n        smallestTestSize\n        largestTestSize\n        seed\n        algorithms {\n          name\n          tasks\n        }\n      }\n    }\n  "): typeof import('./graphql').TrainingSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    fragment TrainingProgress_run on TrainingRun {\n      id\n      status\n      progress\n    }\n  "): typeof import('./graphql').TrainingProgress_RunFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
