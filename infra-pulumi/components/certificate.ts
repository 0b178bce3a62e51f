import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface CertificateArgs {
  domain: string;
  zoneId: pulumi.Input<string>;
}

/** A certificate that renews itself by a record in the zone. Its ARN is the validation's: nothing can use it before it is valid. */
export class Certificate extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, { domain, zoneId }: CertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Certificate", name, {}, opts);
    const certificate = new aws.acm.Certificate(
      name,
      { domainName: domain, validationMethod: "DNS" },
      { parent: this, deleteBeforeReplace: false },
    );
    // One domain, so one record.
    const proof = certificate.domainValidationOptions.apply(([option]) => option);
    const record = new aws.route53.Record(
      `${name}-validation`,
      {
        zoneId,
        name: proof.apply((option) => option?.resourceRecordName ?? ""),
        type: proof.apply((option) => option?.resourceRecordType ?? ""),
        records: [proof.apply((option) => option?.resourceRecordValue ?? "")],
        ttl: 300,
        allowOverwrite: true,
      },
      { parent: this },
    );
    const validation = new aws.acm.CertificateValidation(
      name,
      { certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn] },
      { parent: this },
    );
    this.arn = validation.certificateArn;
    this.registerOutputs({ arn: this.arn });
  }
}
