package io.sockettwin.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
  @ParameterizedTest
  @EnumSource(Role.class)
  void aTokenOfAllScopesDoesNoMoreThanItsUserAndHasNoAccount(Role role) {
    Set<String> rights = Scope.rights(List.of(Scope.values()), role);
    assertThat(role.rights()).containsAll(rights);
    assertThat(rights).doesNotContain(Rights.ACCOUNT);
  }

  @Test
  void aTokenForReadingOnlyReads() {
    assertThat(Scope.rights(List.of(Scope.READ), Role.OPERATOR))
        .containsExactlyInAnyOrder(Rights.LOOK, Rights.OVERSEE);
    assertThat(Scope.rights(List.of(Scope.CONTROL), Role.VIEWER)).isEmpty();
  }

  @Test
  void onlyThoseSeeEverythingWhoRunOrBuildIt() {
    assertThat(Role.OPERATOR.seesAll()).isTrue();
    assertThat(Role.INSTALLER.seesAll()).isTrue();
    assertThat(Role.OWNER.seesAll()).isFalse();
    assertThat(Role.VIEWER.seesAll()).isFalse();
  }

  @Test
  void theKeyIsNobodysAccount() {
    assertThat(Caller.ofKey(Caller.Way.KEY, null).rights())
        .contains(Rights.ADMINISTER)
        .doesNotContain(Rights.ACCOUNT);
  }
}
