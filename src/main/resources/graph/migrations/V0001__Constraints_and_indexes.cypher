// One id, one node: what MERGE and every look-up by id stand on.
// The node by which staging knows again the graph that it told.
CREATE CONSTRAINT graph_id FOR (graph:__Graph) REQUIRE graph.id IS UNIQUE;
CREATE CONSTRAINT customer_id FOR (customer:Customer) REQUIRE customer.id IS UNIQUE;
CREATE CONSTRAINT merged_customer_id FOR (merged:MergedCustomer) REQUIRE merged.id IS UNIQUE;
CREATE CONSTRAINT source_record_id FOR (record:SourceRecord) REQUIRE record.id IS UNIQUE;
CREATE CONSTRAINT contact_medium_id FOR (medium:ContactMedium) REQUIRE medium.id IS UNIQUE;
CREATE CONSTRAINT billing_account_id FOR (account:BillingAccount) REQUIRE account.id IS UNIQUE;
CREATE CONSTRAINT customer_bill_id FOR (bill:CustomerBill) REQUIRE bill.id IS UNIQUE;
CREATE CONSTRAINT product_id FOR (product:Product) REQUIRE product.id IS UNIQUE;
CREATE CONSTRAINT product_offering_id FOR (offering:ProductOffering) REQUIRE offering.id IS UNIQUE;
CREATE CONSTRAINT usage_summary_id FOR (usage:UsageSummary) REQUIRE usage.id IS UNIQUE;
CREATE CONSTRAINT network_experience_id FOR (experience:NetworkExperience) REQUIRE experience.id IS UNIQUE;
CREATE CONSTRAINT area_id FOR (area:Area) REQUIRE area.id IS UNIQUE;
CREATE CONSTRAINT party_interaction_id FOR (interaction:PartyInteraction) REQUIRE interaction.id IS UNIQUE;
CREATE CONSTRAINT feedback_id FOR (feedback:Feedback) REQUIRE feedback.id IS UNIQUE;
CREATE CONSTRAINT tag_id FOR (tag:Tag) REQUIRE tag.id IS UNIQUE;

// A mark is one source record's word and has no node: the record's id finds it again when the record says otherwise.
CREATE CONSTRAINT tagged_record FOR ()-[tagged:TAGGED]-() REQUIRE tagged.record IS UNIQUE;

// A page of a customer's list costs the page and not the history: the index holds the order of the list.
CREATE INDEX customer_bill_by_period FOR (bill:CustomerBill) ON (bill.customerId, bill.periodEnd, bill.id);
CREATE INDEX party_interaction_by_start FOR (interaction:PartyInteraction)
ON (interaction.customerId, interaction.startedAt, interaction.id);
CREATE INDEX feedback_by_answer FOR (feedback:Feedback) ON (feedback.customerId, feedback.answeredAt, feedback.id);
CREATE INDEX network_experience_by_month FOR (experience:NetworkExperience)
ON (experience.customerId, experience.month);
CREATE INDEX usage_summary_by_month FOR (usage:UsageSummary) ON (usage.productId, usage.month);

// Look-ups by what people know.
CREATE INDEX product_customer FOR (product:Product) ON (product.customerId);
CREATE INDEX product_serial_number FOR (product:Product) ON (product.serialNumber);
CREATE INDEX area_postal_code FOR (area:Area) ON (area.postalCode);
CREATE INDEX customer_status FOR (customer:Customer) ON (customer.status, customer.id);
