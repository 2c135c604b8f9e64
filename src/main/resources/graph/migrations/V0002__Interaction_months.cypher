// How many interactions a customer had in a month that the graph keeps no interactions of any more.
CREATE CONSTRAINT interaction_month_id FOR (month:InteractionMonth) REQUIRE month.id IS UNIQUE;
// Since when the graph keeps every interaction.
CREATE CONSTRAINT interaction_window_id FOR (window:InteractionWindow) REQUIRE window.id IS UNIQUE;
