/** Words of the work with models. They are never foreign, and misspelt words are repaired to them. */
const operation = `
promote promotes promoted promoting promotion promotions deploy deploys deployed deploying deployment activate activates activated activating release
released publish published approve approves approved approving approval proposal proposals archive archives archived archiving archival retire retires retired retiring deactivate deactivated demote demoted
shelve shelved decommission decommissioned undeploy unpromote rollback rollbacks roll rolls rolled rolling revert reverts reverted reverting restore restored undo undone
remove removes removed removing removal delete deletes deleted deleting deletion erase erased destroy destroyed purge purged drop dropped
wipe wiped discard discarded scrap scrapped trash unregister rid train trains trained training trainings retrain retrained retraining retrains
fit fits fitted fitting refit learn rebuild build builds building create creates created creating launch launched kick
cancel cancels cancelled canceled cancelling abort aborted abort kill killed halt interrupt stop pause compare compares compared comparing comparison
difference differences differ predict predicts predicted predicting prediction predictions forecast forecasts estimate estimates estimated classify score
probability probabilities chance chances odds likelihood risk survival model models version versions candidate candidates production prod live active
activated serving serve serves served running deployed staging stage stages registered registry register classifier predictor regressor algorithm algorithms
accuracy accurate metrics metric performance perform performs performing precise precision recall auc loss error quality evaluation
evaluate features feature inputs input columns target dataset data split holdout held hold test testing tests train-test validation aside reserve
reserved reserving percent percentage per cent pct fraction seed random state audit audits history log logs journal trail record records
event events activity activities happened changed changes who whom latest newest recent last previous earlier prior current
progress status percentage job jobs run runs epoch going done finish finished complete completed ready far
available exist exists existing support supported capabilities capability commands command options functions features ability
logistic regression gradient boosting boosted trees tree forest random ridge linear multinomial decision xgboost lightgbm neural network
offline online down result results outcome winner
`;

export const domainWords: ReadonlySet<string> = new Set(operation.split(/\s+/).filter(Boolean));
